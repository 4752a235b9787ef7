/// What the frame around every page shows; the page's own view stands in `page`.
struct PageView {
    let frame: FrameView
    let page: Any
}

/// The frame: title, navigation, languages.
struct FrameView {
    let language: String
    let title: String
    let stylesheet: String
    /// The list as a feed.
    let feed: String?
    let icon: String
    let navigation: [NavigationItem]
    let languages: [LanguageLink]
    /// The pages of who is signed in; empty for strangers.
    let desk: [NavigationItem]
    /// Who is signed in.
    let account: String?
    let formToken: String?
    /// The way in, where there is one and nobody is signed in.
    let signIn: String?

    /// A section of the site.
    struct NavigationItem {
        let label: String
        let address: String
        let isCurrent: Bool
    }

    /// The same page in another language.
    struct LanguageLink {
        let label: String
        let code: String
        let address: String
        let isCurrent: Bool
    }
}

/// A link with its words; without an address only the words are shown.
struct LinkView {
    let words: String
    let address: String?
}

/// The way to the pages before and after.
struct PagerView {
    let words: String
    let previous: String?
    let next: String?
}
