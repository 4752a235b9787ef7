/// A picture in SVG, written by hand: classes for the page's colours, attributes for the file that stands alone.
struct SVG {
    let width: Double
    let height: Double
    /// Whether it stands alone, without the stylesheet.
    let isFile: Bool
    private var body = ""

    init(width: Double, height: Double, isFile: Bool) {
        self.width = width
        self.height = height
        self.isFile = isFile
    }

    /// Colours of the classes for files, those of the light page.
    private static let colours = [
        "rung0": "#bdd0e8", "rung1": "#98b6da", "rung2": "#7096c7", "rung3": "#4a76b0", "rung4": "#2c5a97",
        "rung5": "#12386c", "stalled": "#8f5600", "cancelled": "#9c3a2b", "axis": "#8b8a84", "band": "#e6edf6",
        "label": "#1b1b1a", "on-deep": "#fdfcf9", "line": "#1f4e8c",
    ]

    private func paint(_ style: String, stroke: Bool = false) -> String {
        let classes = " class=\"\(style)\""
        guard isFile, let colour = Self.colours[style] else { return classes }
        return classes + (stroke ? " fill=\"none\" stroke=\"\(colour)\"" : " fill=\"\(colour)\"")
    }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, title: String)
    {
        body += "<rect\(paint(style)) x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        body += "height=\"\(Self.number(height))\"><title>\(Escaping.html(title))</title></rect>\n"
    }

    mutating func line(_ points: [(Double, Double)], _ style: String) {
        let path = points.map { Self.number($0.0) + "," + Self.number($0.1) }.joined(separator: " ")
        body += "<polyline\(paint(style, stroke: true)) points=\"\(path)\"/>\n"
    }

    mutating func area(_ points: [(Double, Double)], _ style: String) {
        let path = points.map { Self.number($0.0) + "," + Self.number($0.1) }.joined(separator: " ")
        body += "<polygon\(paint(style)) points=\"\(path)\"/>\n"
    }

    mutating func dot(_ x: Double, _ y: Double, _ style: String, title: String, link: String?) {
        let circle =
            "<circle\(paint(style)) cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"5\">"
            + "<title>\(Escaping.html(title))</title></circle>"
        body += (link.map { "<a href=\"\(Escaping.html($0))\">\(circle)</a>" } ?? circle) + "\n"
    }

    /// - Parameter anchor: start, middle or end.
    mutating func text(_ x: Double, _ y: Double, _ words: String, _ style: String = "label", anchor: String = "start") {
        body += "<text\(paint(style)) x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor)\">"
        body += Escaping.html(words) + "</text>\n"
    }

    /// The picture with what it shows for who can't see it.
    func markup(title: String) -> String {
        let font = isFile ? " font-family=\"PT Sans, sans-serif\" font-size=\"15\"" : ""
        let space = isFile ? " xmlns=\"http://www.w3.org/2000/svg\"" : ""
        return
            "<svg\(space) class=\"figure\" viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\"\(font) role=\"img\" "
            + "aria-label=\"\(Escaping.html(title))\">\n\(body)</svg>\n"
    }

    /// 12.5, not 12.500000001; 12, not 12.0.
    private static func number(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
