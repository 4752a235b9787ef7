internal import Languages
internal import SourceText

/// Reading a Chinese text character by character: every Han character is a token of its own, so that words,
/// names and their limits have to be told from the characters around them.
extension Analysis {
    /// The Han character at a token, or 0 for anything else (and outside the text).
    func han(_ token: Int) -> UInt32 { token >= 0 && token < text.tokens.count ? hanOfToken[token] : 0 }

    static func han(of token: Token, in text: TokenizedText) -> UInt32 {
        guard token.traits.contains(.han) else { return 0 }
        let bytes = text.folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
        let lead: UInt8 = bytes.count == 3 ? 0x0F : 0x07
        return bytes.dropFirst().reduce(UInt32(bytes.first! & lead)) { $0 << 6 | UInt32($1 & 0x3F) }
    }

    /// Whether the token joins the one before it without a space or line break.
    func isGlued(_ token: Int) -> Bool {
        token > 0 && token < text.tokens.count && !text.tokens[token].traits.contains(.spaceBefore)
    }

    /// Whether a phrase of Han characters stands at a token.
    func stands(_ phrase: [UInt32], at token: Int) -> Bool {
        guard token >= 0 else { return false }
        return phrase.indices.allSatisfy { han(token + $0) == phrase[$0] && ($0 == 0 || isGlued(token + $0)) }
    }

    /// Whether one of the phrases ends just before a token.
    func endsWith(_ phrases: HanPhrases, before token: Int) -> Int? {
        phrases.ending(in: han(token - 1)).first { stands($0, at: token - $0.count) }?.count
    }

    /// Whether a sign of the set stands at a token.
    func isSign(_ token: Int, in signs: HanSet) -> Bool {
        token >= 0 && token < text.tokens.count && text.tokens[token].kind == .sign
            && signs.contains(text.tokens[token].sign)
    }

    /// Whether a word of the lexicon begins before a token and goes on behind it.
    func isInsideWord(_ token: Int) -> Bool {
        tags(in: max(0, token - 6)..<token).contains { $0.tokens.upperBound > token && $0.lexeme != .givenName }
    }

    /// The first place mention that starts at a token.
    func place(startingAt token: Int) -> PlaceMention? { places(in: token..<(token + 1)).first }
    /// The place mention that ends just before a token.
    func place(endingAt token: Int) -> PlaceMention? {
        place(holding: token - 1).flatMap { $0.tokens.upperBound == token ? $0 : nil }
    }
    /// The place mention that holds a token.
    func place(holding token: Int) -> PlaceMention? {
        guard token >= 0, token < placeAt.count, placeAt[token] >= 0 else { return nil }
        return places[Int(placeAt[token])]
    }
}

/// Sets of characters and words that the rules for Chinese names ask for.
enum Hanzi {
    static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
    static func set(_ text: String) -> HanSet { HanSet(text) }
    static func phrases(_ text: String) -> HanPhrases { HanPhrases(text) }

    /// Characters with which foreign names are written, after the transcription tables of Xinhua's
    /// "Names of the World's Peoples" and names in the Central Asian press; both scripts.
    static let transcription = set(
        """
        阿埃艾爱安昂奥敖巴白班邦保贝本比彼毕别宾波伯勃博布查昌措达戴丹旦当德登邓迪蒂丁东杜顿多娥厄恩尔耳法凡范菲费芬丰弗夫芙福盖甘冈\
        高戈哥格葛根古瓜贵哈海罕汉翰豪浩赫亨红侯胡华惠霍吉季基及济加贾简江杰捷金津京久居卡喀凯坎康考柯科可克肯孔库夸坤阔昆拉喇莱赖\
        兰朗劳勒雷蕾黎理里哩利力丽连廉列林琳伦留隆龙卢鲁路露鹿吕罗洛玛马麦迈曼芒茅梅门蒙孟米敏明缪摩莫默姆木穆拿娜纳奈南尼内能妮尼\
        年娘宁纽农诺努女欧帕派潘庞培佩彭蓬皮平泼坡珀普齐奇契恰强乔切钦琴青琼丘热日荣茹儒瑞若撒萨塞赛桑森沙莎山尚绍舍申什圣施诗史\
        士斯舒丝思寺松苏孙索所塔泰坦汤唐陶特滕提缇田铁廷亭通透图托陀瓦娃万汪旺威薇维魏卫温文翁沃乌武吾西希悉锡席夏香逊肖辛欣兴休许\
        雪雅亚娅延扬杨阳耶叶伊依易意因英尤于雨约月云宰赞泽曾扎詹章哲者珍芝治中朱卓兹孜子佐祖宗左则佩欣谢歇谷坚穹腾弥里\
        愛奧貝畢賓達當鄧東頓爾範費豐蓋岡貴漢華濟賈簡傑凱庫闊萊賴蘭勞麗連倫龍盧魯呂羅瑪馬麥邁門蒙繆納內寧紐農諾歐龐潑齊強喬欽瓊熱榮\
        薩賽紹聖詩絲鬆蘇孫湯圖馬萬維衛溫烏錫蕭興許亞婭延揚楊陽葉約雲贊澤詹則謝堅騰\
        茨涅拜汗卜洪义儿烈优莲莉素甫伏讷瑟累廖佛富柳帖聂鲍柴得历義兒優蓮訥聶鮑別茲裏託鐵遜歷灣蕾韦韋霭弼裴冯墨贡琪琦珊黛苗吐乍仑颂披猜育差萝柏谟毛彦馮貢蘿缅奴緬
        """)
    /// Characters of foreign place names beside those.
    static let placeTranscription = transcription.union(set("干堡敦密浦楚堪突察贡盏片治赤模花犁别特果拜札佐苦粟汶陵乍瑙那幹貢盞代槟琅暹霹雳苴芹柏岘泗淄丘彻策"))
    /// Characters with which a foreign surname may go on behind 夫.
    static let behindSurnameEnd = set("斯娜卡娃尼科里罗连拉维奇林娅")

    /// Last characters of foreign surnames that hardly end any other word.
    static let surnameEnds = set("夫娃")

    /// Characters that close a word before a name or an organisation, or open one behind it.
    static let function = set("与和同及等率在向将对为也从于说称还就又曾是的了把被给让以之其並并或與對為從於說稱還將給讓")
    /// Of these, the ones that given names use too.
    static let functionInNames = set("和同为向将曾于以之為於將")

    /// Characters behind which a name has ended.
    static let followers = set(
        "与和同及等率在向将对为也从于说称还就又曾是的了把被给让以一已正先亲代出应主指强认告透致见会介回应陪都则分因参随受被当赴抵访到来及或摄與對為從於說稱還將親應強認見會則參隨當訪來攝"
    )

    /// Of these, the ones that hardly end a given name.
    static let clearFollowers = set("与等率在从说称还又曾是的了把被给让已出认指透致陪则随受赴抵访及或摄提负调签走考作宣举前分首简参參與從說稱還認則隨訪攝")

    /// Surnames that open common words too.
    static let riskySurnames = set(
        "于向查成全万高方常党强关计安时应连经左右席司单冷车商师和同来都有公包费项管通代金石水元国水农业文易游华应相平宗明简盛牧仰信惠强党计甘温焦景井边丰廉伏暴衡常成阳黄曲伍段和都习时刀罕岩")

    static let openBrackets = set("（(")
    static let closeBrackets = set("）)")
    static let nameDots = set("·•・‧∙･●")
    static let hyphens = set("-‐－")
}

/// A set of characters. A short one is its own text, so that asking makes nothing.
struct HanSet {
    private let text: String
    private let members: Set<UInt32>?

    init(_ text: String) {
        self.text = text
        members = text.utf8.count > 100 ? Set(text.unicodeScalars.map(\.value)) : nil
    }

    func contains(_ character: UInt32) -> Bool {
        if let members { return members.contains(character) }
        return text.unicodeScalars.contains { $0.value == character }
    }

    func union(_ other: HanSet) -> HanSet { HanSet(text + other.text) }
}

/// Phrases of Han characters, the longest first, found by their last character.
struct HanPhrases: Sequence {
    private let all: [[UInt32]]
    private let byLast: [UInt32: [[UInt32]]]

    /// The phrases of a text, parted by white space.
    init(_ text: String) {
        all = text.split(whereSeparator: \.isWhitespace).map { Hanzi.scalars(String($0)) }.sorted {
            $0.count > $1.count
        }
        byLast = Dictionary(grouping: all) { $0.last ?? 0 }
    }

    func makeIterator() -> IndexingIterator<[[UInt32]]> { all.makeIterator() }

    /// Those that end in a character, the longest first.
    func ending(in character: UInt32) -> [[UInt32]] { byLast[character] ?? [] }
}
