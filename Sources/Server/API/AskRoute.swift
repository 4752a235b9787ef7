import HTTPTypes
import Hummingbird
import SourceText

/// `GET /api/v1/ask?q=`: a question in plain words.
enum AskRoute {
    static func add(to router: Router<PageContext>, _ site: Site) {
        router.get(RouterPath(APIRoutes.root + "/ask")) { request, _ in
            let (question, language) = try read(request.uri.query)
            do {
                let answer = try await site.answer(question, language)
                return APIRoutes.answer(AnswerJSON.text(answer, base: site.base(request)), request)
            } catch is LedgerSnapshots.TooLarge {
                throw APIProblem(
                    .unprocessableContent, "too-large-ledger",
                    "The ledger holds more than \(LedgerSnapshots.most) agreements; ask for them by the filters of "
                        + "\(APIRoutes.root)/agreements.")
            }
        }
    }

    private static func read(_ text: String?) throws(APIProblem) -> (String, LanguageTag?) {
        let query = Query(text)
        var seen: Set<String> = []
        for item in query.items {
            guard ["q", "language"].contains(item.name) else {
                throw .unknownParameter(item.name, known: ["q", "language"])
            }
            guard seen.insert(item.name).inserted else {
                throw .badParameter(item.name, item.value, "It stands twice.")
            }
        }
        let question = query["q"] ?? ""
        guard !question.trimmed.isEmpty else { throw .badParameter("q", question, "Ask something.") }
        guard question.unicodeScalars.count <= AskPage.longest else {
            throw .badParameter("q", question, "It is longer than \(AskPage.longest) characters.")
        }
        guard let item = query.items.first(where: { $0.name == "language" }) else { return (question, nil) }
        guard let language = LanguageTag(rawValue: item.value) else {
            throw .badParameter("language", item.value, "Give one of ru, uz-Latn, uz-Cyrl, en, zh.")
        }
        return (question, language)
    }
}
