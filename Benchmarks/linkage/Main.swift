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
        default: print("unknown measure")
        }
    }
}
