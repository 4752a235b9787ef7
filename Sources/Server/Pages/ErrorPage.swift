/// The page of a failure: what happened and what to do.
struct ErrorPage {
    let headline: String
    let advice: String
    /// By which the operator finds it in the log.
    let number: String?

    static func notFound(_ request: PageRequest) throws -> String {
        try page(request, "error.not_found.title", request.text("error.not_found.advice"))
    }

    static func badCondition(field: String, value: String, _ request: PageRequest) throws -> String {
        let name = request.text.optional("condition." + field) ?? field
        let shown = value.count > 60 ? value.prefix(60) + "…" : value
        let advice =
            request.text.optional("error.bad.advice." + field) ?? request.text("error.bad.advice.code")
        return try page(
            request, "error.bad.title", request.text("error.bad.what", shown, name) + " " + advice)
    }

    /// A failure of which title and advice stand under one key.
    static func say(_ key: String, _ request: PageRequest, _ value: String = "") throws -> String {
        try page(request, key + ".title", request.text(key + ".advice", value))
    }

    static func refused(_ words: String, _ request: PageRequest) throws -> String {
        try page(request, "error.refused.title", words)
    }

    static func other(status: Int, _ request: PageRequest) throws -> String {
        try page(request, "error.bad.title", request.text("error.other.advice", String(status)))
    }

    static func broken(number: String, _ request: PageRequest) throws -> String {
        try page(request, "error.broken.title", request.text("error.broken.advice"), number: number)
    }

    private static func page(
        _ request: PageRequest, _ title: String, _ advice: String, number: String? = nil
    ) throws -> String {
        let headline = request.text(title)
        return try request.html("error", title: headline, ErrorPage(headline: headline, advice: advice, number: number))
    }
}
