import Deals
import Foundation
import Languages
import Linkage
import SourceText

/// A gold folder's agreements as records, and its clusters.
struct Gold {
    struct Cluster: Decodable {
        let cluster: String
        let same_deal: [[Reference]]?
        let different: [[Reference]]?
    }
    /// A document's id or a record's number.
    enum Reference: Decodable {
        case document(String), number(Int)
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            // A decoder tells what a value is only by trying; the last attempt throws.
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .document(try container.decode(String.self))
            }
        }
    }

    var records: [LinkRecord] = []
    var same: [[String]] = []
    var different: [[String]] = []

    /// - Parameter predictions: JSON Lines of the filter; nil takes the annotated records.
    init(_ folder: String, predictions: String?) throws {
        let url = URL(fileURLWithPath: folder)
        let clusters = try JSONDecoder().decode(
            [Cluster].self, from: Data(contentsOf: url.appendingPathComponent("clusters.json")))
        func ids(_ references: [[Reference]]?) -> [String] {
            (references ?? []).compactMap { pair in
                guard case .document(let document) = pair[0], case .number(let number) = pair[1] else { return nil }
                return "\(document)#\(number)"
            }
        }
        same = clusters.map { ids($0.same_deal) }.filter { !$0.isEmpty }
        different = clusters.map { ids($0.different) }.filter { !$0.isEmpty }
        var gold: [String: [[String: Any]]] = [:]
        var published: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where name.hasSuffix(".json") && name != "clusters.json" {
            let document = try Self.document(Data(contentsOf: url.appendingPathComponent(name)), of: name)
            gold[document.id] = document.agreements
            published[document.id] = document.published
        }
        if let predictions {
            for line in try String(contentsOfFile: predictions, encoding: .utf8).split(separator: "\n") {
                let (id, found, _) = try Self.document(Data(line.utf8), of: predictions)
                let matches = Self.match(gold[id] ?? [], found)
                for (number, fields) in found.enumerated() {
                    // An extracted record carries the name of the annotated one that it tells.
                    let name = matches[number].map { "\(id)#\($0)" } ?? "\(id)#x\(number)"
                    records.append(Self.record(fields, id: name, document: id, published: published[id]))
                }
            }
        } else {
            for (id, agreements) in gold.sorted(by: { $0.key < $1.key }) {
                for (number, fields) in agreements.enumerated() {
                    records.append(Self.record(fields, id: "\(id)#\(number)", document: id, published: published[id]))
                }
            }
        }
    }

    /// What is no document of the gold's form, with the file that it stands in.
    struct Malformed: Error { let file: String }

    private static func document(_ data: Data, of file: String) throws -> (
        id: String, agreements: [[String: Any]], published: String?
    ) {
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let id = object["id"] as? String, let agreements = object["agreements"] as? [[String: Any]]
        else { throw Malformed(file: file) }
        return (id, agreements, object["published"] as? String)
    }

    /// A slot's value: gold gives it plain or as a list of right ones, the filter as an object.
    private static func value(_ slot: Any?) -> Any? {
        switch slot {
        case let list as [Any]: list.first { !($0 is NSNull) }
        case let object as [String: Any] where object["value"] != nil && object["currency"] == nil: object["value"]
        case is NSNull: nil
        default: slot
        }
    }

    private static func entity(_ slot: Any?, _ isPlace: Bool) -> NamedEntity? {
        if let object = slot as? [String: Any] {
            let name =
                (object["name"] as? [String])?.first ?? object["name"] as? String ?? value(object["value"]) as? String
            let kind = (object["type"] as? String).flatMap(EntityKind.init)
            return name.map {
                NamedEntity(name: $0, kind: kind ?? guess($0, isPlace), place: object["place_id"] as? String)
            }
        }
        return (value(slot) as? String).map { NamedEntity(name: $0, kind: guess($0, isPlace)) }
    }

    /// Gold names parties without saying what they are; the program would know.
    private static func guess(_ name: String, _ isPlace: Bool) -> EntityKind {
        if isPlace { return .place }
        let lower = name.lowercased()
        let places = [
            "область", "район", "region", "district", "viloyati", "tumani", "вилояти", "тумани", "州", "区", "республика",
            "республикаси",
        ]
        let bodies = [
            "управление", "министерство", "department", "boshqarmasi", "институт", "college", "agency", "колледж",
            "бошқармаси",
        ]
        if places.contains(where: lower.hasSuffix) || lower.hasPrefix("республика") { return .place }
        if isListed(name) { return .place }
        return bodies.contains { lower.contains($0) } ? .institution : .company
    }

    /// Whether the places tables have the name in one of the languages.
    private static func isListed(_ name: String) -> Bool {
        guard case .success(let places) = Places.bundled else { return false }
        return LanguageTag.allCases.contains { places.id(named: name, in: $0) != nil }
    }

    private static func record(_ fields: [String: Any], id: String, document: String, published: String?) -> LinkRecord
    {
        var amount: Money?
        if let sum = (fields["amount"] as? [String: Any])
            ?? (fields["amount"] as? [Any])?.compactMap({ $0 as? [String: Any] }).first,
            let number = value(sum["value"]) as? NSNumber, let currency = value(sum["currency"]) as? String
        {
            amount = Money(
                value: number.doubleValue, currency: currency,
                qualifier: (value(sum["qualifier"]) as? String).flatMap(AmountQualifier.init) ?? .exact)
        }
        return LinkRecord(
            id: id, document: document, published: published.flatMap { PartialDate(iso: $0) },
            kind: (value(fields["kind"]) as? String).flatMap(AgreementKind.init),
            status: (value(fields["status"]) as? String).flatMap(AgreementStatus.init),
            parties: ((fields["parties"] as? [Any]) ?? []).compactMap { entity($0, false) }, amount: amount,
            subject: value(fields["subject"]) as? String,
            sector: (value(fields["sector"]) as? String).flatMap(Sector.init),
            place: entity(fields["place"], true),
            date: (value(fields["date"]) as? String).flatMap { PartialDate(iso: $0) },
            count: (value(fields["count"]) as? NSNumber)?.intValue)
    }

    /// Which annotated record each extracted one tells: greedy, by how many of kind, status, amount, parties, place,
    /// sector and subject agree; none for fewer than three.
    private static func match(_ gold: [[String: Any]], _ found: [[String: Any]]) -> [Int: Int] {
        var scores: [(score: Double, gold: Int, found: Int)] = []
        for (i, one) in gold.enumerated() {
            let a = record(one, id: "", document: "", published: nil)
            for (j, other) in found.enumerated() {
                let b = record(other, id: "", document: "", published: nil)
                var score = 0.0
                if a.kind == b.kind { score += 0.5 }
                if a.status == b.status { score += 0.5 }
                if let x = a.amount, let y = b.amount { score += x.isSameSum(as: y) ? 2 : -1 }
                if a.amount == nil, b.amount == nil { score += 0.5 }
                let names = Set(a.parties.map { $0.name.lowercased() })
                score +=
                    1.5 * Double(b.parties.filter { names.contains($0.name.lowercased()) }.count)
                    / Double(max(names.count, 1))
                if let x = a.place?.name, x == b.place?.name { score += 1 }
                if a.sector == b.sector { score += 0.5 }
                let words = Set((a.subject ?? "").lowercased().split(separator: " "))
                if let y = b.subject?.lowercased().split(separator: " "),
                    y.contains(where: { words.contains($0) && $0.count > 3 })
                {
                    score += 1
                }
                if a.date == b.date { score += 0.5 }
                if (a.count ?? 0) != (b.count ?? 0) { score -= 1 }
                if score >= 2.5 { scores.append((score, i, j)) }
            }
        }
        scores.sort { $0.score > $1.score }
        var usedGold: Set<Int> = []
        var result: [Int: Int] = [:]
        for entry in scores where !usedGold.contains(entry.gold) && result[entry.found] == nil {
            usedGold.insert(entry.gold)
            result[entry.found] = entry.gold
        }
        return result
    }
}

/// Pairwise figures of the clusters of a gold folder.
func measureGold(_ folder: String, predictions: String?, explains: Bool) throws -> (
    figures: Figures, merged: [String]
) {
    let gold = try Gold(folder, predictions: predictions)
    var linker = Linker(try LinkTables.bundled.get())
    for record in gold.records { linker.add(record) }
    linker.linkAll()
    let present = Set(gold.records.map(\.id))
    var truth: [String: Int] = [:]
    for (number, cluster) in gold.same.enumerated() { for id in cluster { truth[id] = number } }
    var figures = Figures()
    // Every pair of annotated deals counts: those that no cluster of the gold joins are two.
    let ids = linker.ids
    let roots = linker.roots
    for i in ids.indices {
        for j in ids.indices where j > i {
            let isTrue = truth[ids[i]] != nil && truth[ids[i]] == truth[ids[j]]
            let said = roots[i] == roots[j]
            figures.count(said: said, isTrue: isTrue)
            if explains, said != isTrue, let decision = linker.explain(ids[i], ids[j]) {
                print(
                    isTrue ? "missed" : "wrong", ids[i], ids[j], String(format: "%.2f", decision.score),
                    decision.reasons.map(\.description).joined(separator: ", "))
            }
        }
    }
    // Records that were not extracted at all are missed links too.
    var absent = 0
    for cluster in gold.same {
        let there = cluster.filter(present.contains).count
        absent += cluster.count * (cluster.count - 1) / 2 - there * (there - 1) / 2
    }
    figures.missed += absent
    var merged: [String] = []
    for pair in gold.different {
        let there = pair.filter(present.contains)
        if there.count == 2, linker.cluster(of: there[0])?.contains(there[1]) == true {
            merged.append(pair.joined(separator: " = "))
        }
    }
    let kind = predictions == nil ? "gold" : "extracted"
    print(
        "clusters, \(kind) records: \(figures.text) (\(figures.right) right, \(figures.wrong) wrong, \(figures.missed) missed, of these \(absent) for records that were not found); look-alikes merged: \(merged.isEmpty ? "none" : merged.joined(separator: "; ")); \(linker.doubtful.count) doubtful, \(linker.stages.count) stages, \(linker.compared) compared"
    )
    if explains {
        for pair in linker.doubtful { print("doubtful", ids[pair.first], ids[pair.second], pair.logOdds) };
        for pair in linker.stages { print("stage", ids[pair.first], ids[pair.second]) }
    }
    return (figures, merged)
}
