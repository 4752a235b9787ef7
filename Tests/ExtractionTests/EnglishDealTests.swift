import Deals
import Extraction
import SourceText
import Testing

/// Texts of our own in English, each with the deals that it tells.
@Suite("Deals told in English")
struct EnglishDealTests {
    @Test(arguments: cases)
    func deals(_ example: DealCase) throws {
        try example.check(language: .english, published: "2024-06-12")
    }

    static let cases: [DealCase] = [
        DealCase(
            "Jizzakh region and China's Anhui Tongda Glass signed an investment agreement on a float glass factory in Zafarabad district on June 10. The company will invest $64 million.",
            [
                .init(
                    .agreement, .signed, ["Jizzakh region", "Anhui Tongda Glass"], amount: "64000000 USD",
                    place: "Zafarabad district", date: "2024-06-10")
            ]),
        DealCase(
            "A contract for the supply of 120 city buses was signed in Tashkent on Tuesday by Toshkent Yo'lovchi Trans LLC and Turkey's Karadag Otomotiv A.S. It is worth 31 million euros.",
            [
                .init(
                    .contract, .signed, ["Toshkent Yo'lovchi Trans LLC", "Karadag Otomotiv A.S."],
                    amount: "31000000 EUR", place: nil, date: "2024-06-11")
            ]),
        DealCase(
            "The Ministry of Health of Uzbekistan and Korea's Nuri Medical Group have signed a memorandum on building a 200-bed children's hospital in Namangan.",
            [
                .init(
                    .memorandum, .signed, ["Ministry of Health of Uzbekistan", "Nuri Medical Group"], amount: nil,
                    place: "Namangan", date: nil)
            ]),
        DealCase(
            "Saudi developer Nakheel Renewables will build a 250 MW solar power plant in Sherabad district of Surkhandarya region. The project is valued at $240 million.",
            [
                .init(
                    .unspecified, .announced, ["Nakheel Renewables"], amount: "240000000 USD",
                    place: "Sherabad district", date: nil)
            ]),
        DealCase(
            "Construction of a cement plant worth $110 million has started in Chust district, Namangan region. The investor is Hebei Longshan Cement.",
            [
                .init(
                    .unspecified, .construction, ["Hebei Longshan Cement"], amount: "110000000 USD",
                    place: "Chust district", date: nil)
            ]),
        DealCase(
            "Hebei Longshan Cement opened its $110 million cement plant in Chust district yesterday.",
            [
                .init(
                    .unspecified, .operating, ["Hebei Longshan Cement"], amount: "110000000 USD",
                    place: "Chust district", date: "2024-06-11")
            ]),
        DealCase(
            "The governor of Khorezm region, Farhod Ermanov, met the head of Bavaria Agrar GmbH, Klaus Winter, in Munich on June 6. They discussed cooperation in seed growing; no documents were signed.",
            []),
        DealCase("Talks on a tyre factory between Navoi region and Poland's Stomil Wschod ended without a result.", []),
        DealCase(
            "The contract with Spain's Sol de Cobre S.A. for a copper wire factory in Olmaliq has been cancelled, the company said on Monday. It had been put at 27 million euros.",
            [
                .init(
                    .contract, .cancelled, ["Sol de Cobre S.A."], amount: "27000000 EUR", place: "Olmaliq",
                    date: "2024-06-10")
            ]),
        DealCase(
            "The Islamic Trade Bank has approved a loan of $90 million for a water supply network in Urgench.",
            [
                .init(
                    .unspecified, .financing, ["Islamic Trade Bank"], amount: "90000000 USD", place: "Urgench",
                    date: nil)
            ]),
        DealCase(
            "Under a loan agreement signed on 3 June, Baltic Development Bank will lend Samarqand Issiqlik JSC €25 million for the city's heating network.",
            [
                .init(
                    .agreement, .signed, ["Baltic Development Bank", "Samarqand Issiqlik JSC"], amount: "25000000 EUR",
                    place: nil, date: "2024-06-03")
            ]),
        DealCase(
            "A contract between Qarshi Don JSC and Canada's Prairie Seeds Inc. on 5,000 tonnes of wheat seed will be signed in July.",
            [
                .init(
                    .contract, .planned, ["Qarshi Don JSC", "Prairie Seeds Inc."], amount: nil, place: nil,
                    date: "2024-07")
            ]),
        DealCase(
            "The mayor of Bukhara, Otabek Salimov, and the president of Italy's Marmo Veneto S.p.A., Luca Rossi, signed a letter of intent on a stone-cutting plant. The investment would be up to €12 million.",
            [
                .init(
                    .intent, .signed, ["Bukhara", "Marmo Veneto S.p.A."], amount: "12000000 EUR", place: "Bukhara",
                    date: nil)
            ]),
        DealCase(
            "Uzbekistan's Agromash Servis LLC agreed with Tajikistan's Hisor Tekhnika on the supply of 300 ploughs. The contract is expected to be signed next month.",
            [
                .init(
                    .contract, .planned, ["Agromash Servis LLC", "Hisor Tekhnika"], amount: nil, place: nil, date: nil)
            ]),
        DealCase(
            "Andijan region's exports reached $410 million in January-May, up 8 percent. Trade with Turkey stood at $96 million.",
            []),
        DealCase(
            "As reported earlier, the region signed an agreement with Gulf Poultry Holding in November 2023 on a poultry farm in Bulungur district worth $18 million.",
            [
                .init(
                    .agreement, .signed, ["Gulf Poultry Holding"], amount: "18000000 USD", place: "Bulungur district",
                    date: "2023-11")
            ]),
        DealCase(
            "Following the forum, 27 documents worth $1.9 billion were signed.",
            [
                .init(.unspecified, .signed, [], amount: "1900000000 USD", place: nil, date: nil)
            ]),
        DealCase(
            "The delegation of Fergana region brought home three documents:\n\n1) Margilan - silk-weaving mill. Hangzhou Sihai Silk, $22 million, contract;\n2) Quva district - pomegranate juice plant. Vita Fruit GmbH, €9 million, memorandum;\n3) Kokand - call centre. Istanbul Iletisim, $3 million, letter of intent.",
            [
                .init(.contract, .signed, [], amount: "22000000 USD", place: "Margilan", date: nil),
                .init(
                    .memorandum, .signed, ["Vita Fruit GmbH", "Fergana region"], amount: "9000000 EUR",
                    place: "Quva district", date: nil),
                .init(.intent, .signed, [], amount: "3000000 USD", place: "Kokand", date: nil),
            ]),
        DealCase(
            "In 2021 Orient Steel Works promised Jizzakh region a rolling mill for $55 million. The memorandum was annulled in 2023.",
            [
                .init(
                    .memorandum, .cancelled, ["Orient Steel Works"], amount: "55000000 USD", place: "Jizzakh region",
                    date: "2023")
            ]),
        DealCase(
            "A memorandum was signed in May 2022 between Navoi region and Hunan Kunlun Mining on a tungsten ore-dressing plant. In June 2023 the sides signed the investment contract, for $48 million.",
            [
                .init(
                    .memorandum, .signed, ["Navoi region", "Hunan Kunlun Mining"], amount: nil, place: "Navoi region",
                    date: "2022-05"),
                .init(
                    .contract, .signed, ["Navoi region", "Hunan Kunlun Mining"], amount: "48000000 USD",
                    place: "Navoi region", date: "2023-06"),
            ]),
        DealCase(
            "The bill for the Nukus diagnostic centre, which Ankara's Sifa Yapi is building, has risen from $20 million to $24 million.",
            [
                .init(.unspecified, .construction, ["Sifa Yapi"], amount: "24000000 USD", place: nil, date: nil)
            ]),
        DealCase(
            "French group Lait de Bretagne plans to invest up to 15 million euros in a dairy in Zomin district. Revenue of the group was 900 million euros last year.",
            [
                .init(
                    .unspecified, .announced, ["Lait de Bretagne"], amount: "15000000 EUR", place: "Zomin district",
                    date: nil)
            ]),
        DealCase(
            "The akim of Turkistan region, Yerlan Sadykov, and Shandong Haifeng Chemical chairman Liu Wei signed an agreement in Qingdao on June 7. The soda plant will stand in Baidibek district and cost 96 billion tenge ($214 million).",
            [
                .init(
                    .agreement, .signed, ["Turkistan region", "Shandong Haifeng Chemical"], amount: "96000000000 KZT",
                    place: "Baidibek district", date: "2024-06-07")
            ]),
        DealCase(
            "Osh city hall signed a contract with Germany's Entsorga Nord GmbH last month. A waste-sorting plant for 1.2 billion soms will be built.",
            [
                .init(
                    .contract, .signed, ["Osh", "Entsorga Nord GmbH"], amount: "1200000000 KGS", place: "Osh",
                    date: "2024-05")
            ]),
        DealCase(
            "Denmark's Nordvind A/S said it would not build the announced wind farm in Muynak district.",
            [
                .init(.unspecified, .cancelled, ["Nordvind A/S"], amount: nil, place: "Muynak district", date: nil)
            ]),
        DealCase(
            "Samarkand State University and Daegu Institute of Design signed an agreement on a joint bachelor programme on Monday.",
            [
                .init(
                    .agreement, .signed, ["Samarkand State University", "Daegu Institute of Design"], amount: nil,
                    place: nil, date: "2024-06-10")
            ]),
        DealCase("The company offered to build a bus depot in Termez, but no decision has been taken.", []),
        DealCase(
            "Uzbek Ministry of Energy and Abu Dhabi's Masar Power reached agreement on a 500 MW wind farm in Peshku district. The deal, valued at $600 million, was announced on Friday.",
            [
                .init(
                    .agreement, .announced, ["Ministry of Energy", "Masar Power"], amount: "600000000 USD",
                    place: "Peshku district", date: "2024-06-07")
            ]),
        DealCase(
            "India's Sunrise Hotels and Khiva Sayyoh LLC will open a 150-room hotel in Khiva. Under the contract, signed in Delhi on 20 May, the Indian side puts in $14 million.",
            [
                .init(
                    .contract, .signed, ["Sunrise Hotels", "Khiva Sayyoh LLC"], amount: "14000000 USD", place: "Khiva",
                    date: "2024-05-20")
            ]),
        DealCase(
            "Of the deals signed in Seoul last autumn one has reached the ground: a plastic pipe shop in Shovot district (Shovot Plast LLC, 40 billion soums) has been working since May.",
            [
                .init(
                    .unspecified, .operating, ["Shovot Plast LLC"], amount: "40000000000 UZS", place: "Shovot district",
                    date: "2024-05")
            ]),
        DealCase(
            "A wage of 4 million soums is promised. Rooms cost $80 a night. The museum's budget is 2 billion soums.", []
        ),
        DealCase(
            "Kazakhstan's KazLift LLP won the contract to supply 85 lifts to Nurafshan for 2.1 billion tenge.",
            [
                .init(.contract, .signed, ["KazLift LLP"], amount: "2100000000 KZT", place: "Nurafshan", date: nil)
            ]),
        DealCase(
            "The Dutch seed company Zaadland B.V. broke ground on an onion store in Asaka district on 5 June. The agreement with Andijan region, signed in October 2023, puts the cost at 7 million euros.",
            [
                .init(
                    .agreement, .construction, ["Zaadland B.V.", "Andijan region"], amount: "7000000 EUR",
                    place: "Asaka district", date: "2024-06-05")
            ]),
        DealCase(
            "Norin district administration and Seoul's Hanil Textile signed a protocol of intent on a sewing factory for 400 workers.",
            [
                .init(
                    .intent, .signed, ["Norin district", "Hanil Textile"], amount: nil, place: "Norin district",
                    date: nil)
            ]),
        DealCase(
            "\"We have not signed anything with the Chinese company,\" said the deputy governor, denying rumours of a $300 million deal.",
            []),
        DealCase(
            "The parties agreed to set up a joint venture to process grapes in Parkent district. The partners are Bordeaux Vins SAS and Parkent Uzum LLC; the cost is estimated at about €6 million.",
            [
                .init(
                    .unspecified, .announced, ["Bordeaux Vins SAS", "Parkent Uzum LLC"], amount: "6000000 EUR",
                    place: "Parkent district", date: nil)
            ]),
        DealCase(
            "Dushanbe's Water Utility signed a contract with France's Eaux Vives for new pumping stations. The contract, worth 120 million somoni, is financed by a loan from Alpine Bank.",
            [
                .init(.contract, .signed, ["Eaux Vives"], amount: "120000000 TJS", place: nil, date: nil)
            ]),
        DealCase(
            "A plan to build a railcar works in Angren for $200 million, announced last year by Ural Wagon, has been frozen, officials said.",
            [
                .init(.unspecified, .stalled, [], amount: "200000000 USD", place: "Angren", date: nil)
            ]),
        DealCase(
            "Financing has been secured for the 100 MW battery storage plant in Kagan district: Sakura Capital Bank opened a $60 million credit line to Kagan Batareya LLC on 4 June.",
            [
                .init(
                    .unspecified, .financing, ["Sakura Capital Bank", "Kagan Batareya LLC"], amount: "60000000 USD",
                    place: "Kagan district", date: "2024-06-04")
            ]),
        DealCase(
            "The Uzbek-Swiss joint venture Alp Sut will produce baby food in Piskent district; $9 million is to be spent.",
            [
                .init(
                    .unspecified, .announced, ["Alp Sut"], amount: "9000000 USD", place: "Piskent district", date: nil)
            ]),
        DealCase(
            "The hokim of Sergeli district, Botir Nazarov, received managers of Shenzhen Yuanda Electronics on Monday and the two sides signed a memorandum on assembling televisions.",
            [
                .init(
                    .memorandum, .signed, ["Sergeli district", "Shenzhen Yuanda Electronics"], amount: nil,
                    place: "Sergeli district", date: "2024-06-10")
            ]),
        DealCase(
            "The contract for a furniture factory in Yangiyul district was signed in Milan on 4 June. Italy's Legno Vivo S.r.l. will put in 8 million euros.",
            [
                .init(
                    .contract, .signed, ["Legno Vivo S.r.l."], amount: "8000000 EUR", place: "Yangiyul district",
                    date: "2024-06-04")
            ]),
        DealCase(
            "In March 2023 the company Kavkaz Fruit LLC and Syrdarya region signed an agreement on a cannery in Sayxunobod district. The plant was put into operation on 1 June 2024. The cost rose to $13 million.",
            [
                .init(
                    .agreement, .operating, ["Kavkaz Fruit LLC", "Syrdarya region"], amount: "13000000 USD",
                    place: "Sayxunobod district", date: "2024-06-01")
            ]),
        DealCase(
            "Malaysia's Palm Gate Bhd and the Surkhandarya region agreed on a vegetable oil plant in Denov district for $21 million. They will sign the agreement in September.",
            [
                .init(
                    .agreement, .planned, ["Palm Gate Bhd"], amount: "21000000 USD", place: "Denov district",
                    date: "2024-09")
            ]),
        DealCase(
            "How much will it cost? Will the agreement with Delta Motors be signed? Nobody in the regional administration would say.",
            []),
        DealCase(
            "A mission from Khorezm region visited Baku on June 3-5. Seven agreements worth $64 million were signed.",
            [
                .init(
                    .agreement, .signed, ["Khorezm region"], amount: "64000000 USD", place: "Khorezm region", date: nil)
            ]),
        DealCase(
            "Separate from that, the region has put on hold a contract with Japan's Hokuto Bearings for a bearing plant in Chirchiq.",
            [
                .init(.contract, .stalled, ["Hokuto Bearings"], amount: nil, place: "Chirchiq", date: nil)
            ]),
    ]
}
