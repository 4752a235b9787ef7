internal import Deals
public import SourceText

extension AgreementRecord {
    /// Everything that the record cites, field by field.
    public var cited: [(field: Field, citations: [Citation])] {
        let finding = finding
        var result: [(Field, [Citation])] = []
        if let slot = finding.kind { result.append((.kind, slot.citations)) }
        if let slot = finding.status { result.append((.status, slot.citations)) }
        for slot in finding.parties { result.append((.party, slot.citations)) }
        if let slot = finding.amount { result.append((.amount, slot.citations)) }
        if let slot = finding.subject { result.append((.subject, slot.citations)) }
        if let slot = finding.sector { result.append((.sector, slot.citations)) }
        if let slot = finding.place { result.append((.place, slot.citations)) }
        if let slot = finding.date { result.append((.date, slot.citations)) }
        return result
    }
}

extension MeetingRecord {
    /// Everything that the record cites, field by field.
    public var cited: [(field: Field, citations: [Citation])] {
        var result: [(Field, [Citation])] = finding.parties.map { (.party, $0.citations) }
        if let slot = finding.place { result.append((.place, slot.citations)) }
        if let slot = finding.date { result.append((.date, slot.citations)) }
        return result
    }
}

extension VisitRecord {
    /// Everything that the record cites, field by field.
    public var cited: [(field: Field, citations: [Citation])] {
        var result: [(Field, [Citation])] = []
        if let slot = finding.who { result.append((.who, slot.citations)) }
        if let slot = finding.leader { result.append((.leader, slot.citations)) }
        if let slot = finding.to { result.append((.to, slot.citations)) }
        for slot in finding.cities { result.append((.city, slot.citations)) }
        if let slot = finding.date { result.append((.date, slot.citations)) }
        return result
    }
}
