import Foundation
import Linkage

@main struct Main {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "features": try writeFeatures(arguments[1])
        case "names": try measureNames(arguments[1])
        case "scripts": try measureScripts(arguments[1])
        case "gold":
            _ = try measureGold(
                arguments[1], predictions: arguments.count > 2 && arguments[2] != "-" ? arguments[2] : nil,
                explains: arguments.last == "explain")
        case "scale":
            try measureScale(records: Int(arguments[1])!, seed: arguments.count > 2 ? UInt64(arguments[2])! : 1)
        case "score":
            let isGood = try score(shared: arguments[1], predictions: arguments[2])
            if !isGood { exit(1) }
        default: print("unknown measure")
        }
    }

    /// All figures that the project promises, and whether each is reached.
    private static func score(shared: String, predictions: String) throws -> Bool {
        let names = try measureNames(shared + "/peers/namebench.jsonl")
        let scripts = try measureScripts(shared + "/peers/uzbek_latin_cyrillic_pairs.jsonl")
        let gold = try measureGold(shared + "/gold/dev", predictions: nil, explains: false)
        let extracted = try measureGold(shared + "/gold/dev", predictions: predictions, explains: false)
        let promises: [(String, Bool)] = [
            ("names F1 0.88", names.f1 >= 0.88), ("Uzbek scripts 0.99", scripts >= 0.99),
            ("gold records precision 0.98, recall 0.90", gold.figures.precision >= 0.98 && gold.figures.recall >= 0.90),
            (
                "extracted records precision 0.95, recall 0.80",
                extracted.figures.precision >= 0.95 && extracted.figures.recall >= 0.80
            ),
            ("no look-alikes merged", gold.merged.isEmpty && extracted.merged.isEmpty),
        ]
        for (text, isKept) in promises where !isKept { print("below what is promised: \(text)") }
        return promises.allSatisfy(\.1)
    }
}
