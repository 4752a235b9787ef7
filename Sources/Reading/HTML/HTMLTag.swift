/// The elements that shape a page's text or tell something about it. Others are left out, their content stays.
enum HTMLTag: String, CaseIterable, Hashable {
    case html, head, body, script, title, meta, link
    case a, time, span, br, hr, img
    case p, div, section, article, main, header, footer, nav, aside, form, address
    case h1, h2, h3, h4, h5, h6
    case ul, ol, menu, li, dl, dt, dd
    case table, caption, thead, tbody, tfoot, tr, td, th
    case blockquote, pre, figure, figcaption, center, fieldset, details, summary

    /// Whether it never has content.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .br, .hr, .img: true
        default: false
        }
    }

    /// Whether it stands inside a line of text.
    var isInline: Bool {
        switch self {
        case .a, .time, .span, .img, .br, .meta, .link: true
        default: false
        }
    }

    /// Whether an open paragraph ends before it.
    var closesParagraph: Bool { !isInline && self != .td && self != .th && self != .tr }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Whether end tags of elements outside it have no effect inside it.
    var isCell: Bool { self == .td || self == .th || self == .caption }

    /// Whether it is a table or a part of one.
    var isTablePart: Bool {
        switch self {
        case .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th: true
        default: false
        }
    }
}
