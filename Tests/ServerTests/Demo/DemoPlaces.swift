import SourceText

@testable import Server

/// The places of the invented documents.
enum DemoPlaces {
    static let guide: PlaceGuide = {
        func entry(_ id: String, _ parent: String?, _ en: String, _ ru: String, _ uz: String) -> PlaceGuide.Entry {
            PlaceGuide.Entry(
                id: id, isCountry: parent == nil, parent: parent,
                names: [.english: en, .russian: ru, .uzbekLatin: uz])
        }
        return PlaceGuide([
            entry("UZ", nil, "Uzbekistan", "Узбекистан", "Oʻzbekiston"),
            entry("CN", nil, "China", "Китай", "Xitoy"),
            entry("KR", nil, "South Korea", "Республика Корея", "Janubiy Koreya"),
            entry("UZ-1726", "UZ", "Tashkent city", "Ташкент", "Toshkent shahri"),
            entry("UZ-1726273", "UZ-1726", "Mirobod district", "Мирабадский район", "Mirobod tumani"),
            entry("UZ-1726262", "UZ-1726", "Uchtepa district", "Учтепинский район", "Uchtepa tumani"),
            entry("UZ-1718", "UZ", "Samarkand region", "Самаркандская область", "Samarqand viloyati"),
            entry("UZ-1718225", "UZ-1718", "Nurobod district", "Нурабадский район", "Nurobod tumani"),
            entry("UZ-1730", "UZ", "Fergana region", "Ферганская область", "Fargʻona viloyati"),
            entry("UZ-1730412", "UZ-1730", "Margilan", "Маргилан", "Margʻilon"),
            entry("UZ-1730408", "UZ-1730", "Kuvasay", "Кувасай", "Quvasoy"),
        ])
    }()
}
