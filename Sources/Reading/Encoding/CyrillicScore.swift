/// How much bytes look like Russian or Uzbek words when read in a Cyrillic encoding.
///
/// Every Cyrillic code page shows letters for any bytes of another one; only the frequency of letters,
/// capitals inside words and the change of vowels and consonants tell them apart, and on a dozen words
/// that is enough.
enum CyrillicScore {
    /// The mean score of a byte of 0x80 and above. Right readings come to 6 and more, wrong ones below 4.5.
    static func score(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> Double {
        let table = Transcoder.table(of: encoding)
        var total = 0.0
        var count = 0
        var previous = Letter.other
        for byte in bytes {
            if byte < 0x80 {
                previous = .other
                continue
            }
            count += 1
            let letter = Letter(table[Int(byte)])
            total += letter.weight
            if letter.isUpper, previous.isLower { total -= 10 }
            if letter.isLetter, previous.isLetter {
                total += letter.isVowel == previous.isVowel ? -0.7 : 0.7
            }
            previous = letter
        }
        return count == 0 ? 0 : total / Double(count)
    }

    /// One code point as the score sees it.
    private struct Letter {
        var weight = 0.0
        var isLetter = false
        var isUpper = false
        var isVowel = false

        static let other = Letter()
        var isLower: Bool { isLetter && !isUpper }

        private init(weight: Double = 0) { self.weight = weight }

        init(_ scalar: UInt32) {
            switch scalar {
            case 0x0410...0x042F: self.init(lower: scalar + 32, isUpper: true)
            case 0x0401, 0x0403, 0x0404...0x040F: self.init(lower: scalar + 80, isUpper: true)
            case 0x0430...0x045F, 0x0490...0x04FF: self.init(lower: scalar, isUpper: false)
            // Punctuation that Russian typography uses says nothing for or against.
            case 0xA0, 0xA7, 0xA9, 0xAB, 0xB0, 0xB7, 0xBB, 0x2013, 0x2014, 0x2018...0x201E, 0x2022, 0x2026, 0x20AC,
                0x2116:
                self.init(weight: 4)
            default: self.init(weight: -10)
            }
        }

        private init(lower: UInt32, isUpper: Bool) {
            self.init(weight: CyrillicScore.weights[lower] ?? 0)
            isLetter = true
            self.isUpper = isUpper
            isVowel = CyrillicScore.vowels.contains(lower)
        }
    }

    private static let vowels = Set("аеёиоуыэюяў".unicodeScalars.map(\.value))

    /// Ten for the commonest letter down to nought, after the letter frequencies of the Russian National
    /// Corpus (о 10.97 %, е 8.45 %, а 8.01 % … ъ 0.04 %), with the Uzbek letters between.
    private static let weights: [UInt32: Double] = {
        let order: [(String, Double)] = [
            ("о", 10), ("еа", 9), ("инт", 8), ("ср", 7.5), ("вл", 6.5), ("км", 6), ("дпу", 5.5), ("яы", 4.5),
            ("ьгзб", 4), ("чй", 3.5), ("хжқў", 3), ("шюғҳ", 2.5), ("ц", 2), ("щэі", 1.5), ("фё", 1), ("ъ", 0.5),
        ]
        var weights: [UInt32: Double] = [:]
        for (letters, weight) in order {
            for scalar in letters.unicodeScalars { weights[scalar.value] = weight }
        }
        return weights
    }()
}
