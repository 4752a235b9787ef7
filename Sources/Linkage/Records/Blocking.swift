internal import Deals
internal import Foundation

/// Keys under which records that may be one deal find each other.
///
/// Several a record, each of two or three things that one deal's tellings mostly share, so that no block is large:
/// a rare name alone, a common name with a place, sum or branch; a sum with its currency and region; a place with its
/// subject. A block above ``limit`` members tells nothing and is passed over: the others' keys bring its true pairs.
struct Blocking: Sendable {
    /// Members above which a block is passed over.
    static let limit = 60

    let places: PlaceIndex
    let subjects: SubjectWords

    private enum Family: UInt64 {
        case name = 1, nameArea, nameAmount, nameSector, amountArea, amountYear, placeSubject, areaSubjectMonth,
            sidesSubject
    }

    /// The keys of a record, as hashes, each once.
    func keys(of record: PreparedRecord, names: NameStore) -> [UInt64] {
        var keys: [UInt64] = []
        func add(_ family: Family, _ parts: UInt64...) {
            keys.append(parts.reduce(family.rawValue &* 0x9E37_79B9_7F4A_7C15) { Self.mix($0, $1) })
        }
        let area =
            record.place >= 0 ? places.area(of: record.place) : record.sides.first.map { places.area(of: $0) } ?? -1
        let areaPart = UInt64(UInt32(bitPattern: area))
        let telling = record.meaning.classes.filter { subjects.weights[Int($0)] >= 0.7 }
        let amounts = Self.buckets(record.dollars)
        for name in record.companies + record.institutions {
            for token in Self.tokens(names.forms[Int(name)]) {
                add(.name, token)
                if area >= 0 { add(.nameArea, token, areaPart) }
                for bucket in amounts { add(.nameAmount, token, bucket) }
                if let sector = record.sector { add(.nameSector, token, UInt64(sector.number), areaPart) }
            }
        }
        if let amount = record.amount {
            let value = UInt64(bitPattern: Int64(amount.value.rounded()))
            let currency = amount.currency.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if area >= 0 { add(.amountArea, value, currency, areaPart) }
            if let sector = record.sector { add(.amountYear, value, currency, UInt64(sector.number)) }
            if area >= 0, let sector = record.sector {
                for bucket in amounts { add(.amountArea, bucket, areaPart, UInt64(sector.number)) }
            }
        }
        if record.place >= 0 {
            for code in telling { add(.placeSubject, UInt64(record.place), UInt64(code)) }
        }
        if let date = record.date ?? record.published, area >= 0, let month = date.month {
            for code in telling { add(.areaSubjectMonth, areaPart, UInt64(code), UInt64(date.year * 12 + month)) }
        }
        if record.sides.count > 1 {
            for code in telling.isEmpty ? [0xFFFF] : telling {
                add(.sidesSubject, UInt64(record.sides.min()!), UInt64(record.sides.max()!), UInt64(code))
            }
        }
        return Array(Set(keys))
    }

    /// Hashes of a name's telling words: first letters of each word that is no branch word, so that endings and a
    /// slip in them do not matter, and the whole name without gaps.
    private static func tokens(_ form: NameForm) -> Set<UInt64> {
        var tokens: Set<UInt64> = []
        for word in form.words where word.role == nil && word.length > 1 {
            for key in word.keys { tokens.insert(skeleton(key)) }
        }
        if tokens.isEmpty { tokens.insert(skeleton(form.joined)) }
        return tokens
    }

    /// The first five consonants, or the whole of a short word: vowels are what transliterations differ in.
    private static func skeleton(_ key: [UInt16]) -> UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        var count = 0
        for (index, unit) in key.enumerated() {
            if index > 0, isVowel(unit) { continue }
            hash = (hash ^ UInt64(unit)) &* 1_099_511_628_211
            count += 1
            if count == 5 { break }
        }
        if count < 3 { for unit in key { hash = (hash ^ UInt64(unit)) &* 1_099_511_628_211 } }
        return hash
    }

    private static func isVowel(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    /// Two buckets of a sum on a logarithmic scale, 25 % wide and half overlapping.
    private static func buckets(_ dollars: Double) -> [UInt64] {
        guard dollars > 1 else { return [] }
        let position = log2(dollars) * 3
        return [UInt64(position) * 2, UInt64(position + 0.5) * 2 + 1]
    }

    static func mix(_ seed: UInt64, _ part: UInt64) -> UInt64 {
        var z = seed ^ (part &+ 0x9E37_79B9_7F4A_7C15 &+ seed << 6 &+ seed >> 2)
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

extension Sector {
    private static let numbers = Dictionary(uniqueKeysWithValues: Sector.allCases.enumerated().map { ($1, $0) })
    /// Its place among the sectors.
    var number: Int { Self.numbers[self]! }
}
