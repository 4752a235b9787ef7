internal import Exchange
internal import Extraction
internal import Foundation

do {
    let filter = JSONLinesFilter(extractor: try Extractor(), traces: CommandLine.arguments.contains("--trace"))
    let outcome = try filter.run(from: .standardInput, to: .standardOutput)
    if outcome.errors > 0 {
        FileHandle.standardError.write(
            Data(
                "kelishuv-filter: \(outcome.errors) of \(outcome.lines) lines could not be read; see the lines with “error”\n"
                    .utf8))
        exit(1)
    }
} catch {
    FileHandle.standardError.write(Data("kelishuv-filter: \(error)\n".utf8))
    exit(2)
}
