internal import Foundation
import Testing

@testable import Reading

/// Every text comes back from every encoding that can hold it, without a declaration.
@Suite struct EncodingTests {
    static let russian = "Хоким района подписал соглашение на 150 млн долларов — «Технопарк», № 7."
    static let shortRussian = "Визит в Китай"
    static let uzbek = "Вилоят ҳокими Хитойга борди, шартнома имзоланди."
    static let chinese = "费尔干纳州与山东企业签署协议，项目总投资8500万美元。"
    static let traditional = "兩國企業簽署合作協議，總投資額達八千五百萬美元。"
    static let english = "The parties signed a memorandum worth $85 million in Tashkent."

    static func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        if encoding == .utf8 { return Array(text.utf8) }
        if encoding.isSingleByte {
            let table = Transcoder.table(of: encoding)
            return try text.unicodeScalars.map { UInt8(try #require(table.firstIndex(of: $0.value))) }
        }
        return try Iconv.encoded(text, encoding)
    }

    @Test(arguments: [
        (russian, TextEncoding.windows1251), (russian, .macCyrillic), (shortRussian, .windows1251),
        (shortRussian, .koi8r), (shortRussian, .ibm866), (shortRussian, .iso88595),
        (chinese, .gb18030), (traditional, .big5),
        (russian, .utf16LittleEndian), (russian, .utf16BigEndian), (uzbek, .utf16LittleEndian),
        (english, .utf16LittleEndian), (english, .utf16BigEndian), (chinese, .utf16LittleEndian),
        (russian, .utf8), (uzbek, .utf8), (chinese, .utf8), (english, .utf8),
        ("ХОКИМ ГОРОДА ТАШКЕНТА", .windows1251), ("ХОКИМ ГОРОДА ТАШКЕНТА", .koi8r), ("ХОКИМ ГОРОДА ТАШКЕНТА", .ibm866),
        ("Хокимы районов в Пекине", .koi8r), ("Хокимы районов в Пекине", .ibm866),
        ("Ayvazoğlu Tekstil Namangan'a yatırım yapıyor, İzmir'den geldi", .windows1254),
        ("Société Générale und Münchner Rück signed", .windows1252),
    ])
    func comesBack(_ text: String, _ encoding: TextEncoding) throws {
        let decoded = try TextDecoder().decode(Self.encoded(text, encoding))
        #expect(decoded.text == text)
        #expect(decoded.encoding == encoding)
        #expect(decoded.replaced == 0)
    }

    @Test func byteOrderMarksAreTakenOff() throws {
        let marks: [(TextEncoding, [UInt8])] = [
            (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
        ]
        for (encoding, mark) in marks {
            let decoded = try TextDecoder().decode(mark + Self.encoded(Self.russian, encoding))
            #expect(decoded.text == Self.russian)
            #expect(decoded.encoding == encoding)
        }
    }

    @Test func declaredCharsetSettlesWhatIsTooShortToTell() throws {
        let bytes = try Self.encoded("Ум", .koi8r)
        #expect(try TextDecoder().decode(bytes, contentType: "text/html; charset=\"KOI8-R\"").text == "Ум")
    }

    @Test func wrongDeclarationIsOverruled() throws {
        let bytes = try Self.encoded(Self.russian, .windows1251)
        for wrong in ["koi8-r", "utf-8", "iso-8859-1", "big5"] {
            let decoded = try TextDecoder().decode(bytes, contentType: "text/plain; charset=\(wrong)")
            #expect(decoded.text == Self.russian, "declared as \(wrong)")
        }
        let utf8 = try TextDecoder().decode(Array(Self.russian.utf8), contentType: "text/plain; charset=windows-1251")
        #expect(utf8.text == Self.russian)
    }

    @Test func pagesDeclareTheirCharset() {
        func find(_ text: String) -> TextEncoding? { CharsetDeclaration.find(in: Array(text.utf8)) }
        #expect(find("<html><META charset='windows-1251'>") == .windows1251)
        #expect(find("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">") == .gb18030)
        #expect(find("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>") == .koi8r)
        #expect(find("<p>charset=koi8-r</p>") == nil)
        #expect(find("<meta charset=klingon><meta>") == nil)
    }

    @Test func garbageInsideATextIsReplacedAndCounted() throws {
        let decoded = try TextDecoder().decode(Array("Хоким ".utf8) + [0xFF] + Array("района\0\u{1}\u{85}\n".utf8))
        #expect(decoded.text == "Хоким \u{FFFD}района\u{85}\n")
        #expect(decoded.replaced == 1)
        #expect(decoded.removedControls == 2)
    }

    @Test func aTextCutInsideACharacterStaysUTF8() throws {
        let decoded = try TextDecoder().decode(Array(Self.russian.utf8.prefix(12)))
        #expect(decoded.encoding == .utf8)
        #expect(decoded.text == "Хоким \u{FFFD}")
    }

    @Test(
        arguments: [
            (Array("%PDF-1.7 …".utf8), "a PDF file"), ([0x50, 0x4B, 3, 4, 0], "a ZIP archive or an Office document"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
            (Array("0000ftypisom0000".utf8), "a video or sound file"),
            ([0, 1, 2, 3, 0, 5, 6, 7, 0x90, 0, 0xFF], "a binary file"),
        ] as [([UInt8], String)])
    func binaryIsNamed(_ bytes: [UInt8], _ kind: String) {
        let error = #expect(throws: BinaryContent.self) { try TextDecoder().decode(bytes) }
        #expect(error?.kind == kind)
    }

    @Test func lineEndsStayAsGiven() throws {
        #expect(try TextDecoder().decode(Array("а\r\nб\rв\n".utf8)).text == "а\r\nб\rв\n")
    }
}
