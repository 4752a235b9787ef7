/// The character encodings that news texts of the region come in.
///
/// The raw value is the name that the WHATWG Encoding Standard gives the encoding.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case utf32LittleEndian = "UTF-32LE"
    case utf32BigEndian = "UTF-32BE"
    case windows1251 = "windows-1251"
    case koi8r = "KOI8-R"
    case koi8u = "KOI8-U"
    case ibm866 = "IBM866"
    case iso88595 = "ISO-8859-5"
    case macCyrillic = "x-mac-cyrillic"
    case windows1252 = "windows-1252"
    case windows1254 = "windows-1254"
    case gb18030 = "gb18030"
    case big5 = "Big5"
    case shiftJIS = "Shift_JIS"
    case eucJP = "EUC-JP"
    case eucKR = "EUC-KR"

    /// Finds the encoding that a page, a header or a detector means by a label, as browsers do: Latin-1 is
    /// read as windows-1252, GB 2312 and GBK as GB 18030, its superset. Nil when the label is not known.
    public init?(label: String) {
        var key = label.lowercased()
        key.removeAll { $0 == "-" || $0 == "_" || $0 == " " || $0 == "\"" || $0 == "'" }
        guard let encoding = Self.labels[key] else { return nil }
        self = encoding
    }

    /// Labels in lower case without hyphens and underscores.
    private static let labels: [String: TextEncoding] = [
        "utf8": .utf8, "unicode11utf8": .utf8,
        "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "ucs2": .utf16LittleEndian,
        "utf16be": .utf16BigEndian,
        "windows1251": .windows1251, "cp1251": .windows1251, "xcp1251": .windows1251, "win1251": .windows1251,
        "1251": .windows1251,
        "koi8r": .koi8r, "koi8": .koi8r, "koi": .koi8r, "cskoi8r": .koi8r, "koi8u": .koi8u, "koi8ru": .koi8u,
        "ibm866": .ibm866, "cp866": .ibm866, "866": .ibm866, "csibm866": .ibm866,
        "iso88595": .iso88595, "cyrillic": .iso88595,
        "xmaccyrillic": .macCyrillic, "maccyrillic": .macCyrillic,
        "windows1252": .windows1252, "cp1252": .windows1252, "iso88591": .windows1252, "latin1": .windows1252,
        "ascii": .windows1252, "usascii": .windows1252, "iso885915": .windows1252,
        "windows1254": .windows1254, "cp1254": .windows1254, "iso88599": .windows1254, "latin5": .windows1254,
        "gb18030": .gb18030, "gbk": .gb18030, "xgbk": .gb18030, "gb2312": .gb18030, "gb231280": .gb18030,
        "euccn": .gb18030, "cp936": .gb18030, "chinese": .gb18030,
        "big5": .big5, "big5hkscs": .big5, "cnbig5": .big5, "xxbig5": .big5, "cp950": .big5,
        "shiftjis": .shiftJIS, "sjis": .shiftJIS, "xsjis": .shiftJIS, "mskanji": .shiftJIS, "cp932": .shiftJIS,
        "eucjp": .eucJP, "xeucjp": .eucJP,
        "euckr": .eucKR, "ksc56011987": .eucKR, "uhc": .eucKR, "cp949": .eucKR,
    ]

    /// The name under which the system's `iconv` knows the encoding.
    var iconvName: String {
        switch self {
        case .macCyrillic: "MAC-CYRILLIC"
        case .windows1251: "CP1251"
        case .windows1252: "CP1252"
        case .windows1254: "CP1254"
        case .gb18030: "GB18030"
        case .big5: "BIG5"
        case .shiftJIS: "SHIFT_JIS"
        default: rawValue
        }
    }

    /// Whether every byte is a character of its own.
    var isSingleByte: Bool {
        switch self {
        case .windows1251, .koi8r, .koi8u, .ibm866, .iso88595, .macCyrillic, .windows1252, .windows1254: true
        default: false
        }
    }

    /// Whether most of its upper half are Cyrillic letters.
    var isCyrillic: Bool { Self.cyrillic.contains(self) }

    /// The Cyrillic encodings, the likeliest first.
    static let cyrillic: [TextEncoding] = [.windows1251, .koi8r, .koi8u, .ibm866, .iso88595, .macCyrillic]
}
