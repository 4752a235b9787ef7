internal import Foundation
internal import FuzzInputs

/// Reads random and spoilt inputs until something breaks.
///
///     kelishuv-fuzz 200000             inputs with seeds 0 to 199999, in child processes
///     kelishuv-fuzz 1000 --from 5000   seeds 5000 to 5999
///     kelishuv-fuzz --show 5123        writes the input of one seed to standard output
///     kelishuv-fuzz --one 5123         reads one input in this very process, for a debugger
@main
struct Main {
    static func main() throws {
        let arguments = Arguments(CommandLine.arguments)
        let corpus = try Corpus(folder: arguments.examples)
        switch arguments.mode {
        case .run(let seeds):
            let failures = ParentRun(seeds: seeds, examples: arguments.examples, jobs: arguments.jobs).run()
            exit(failures == 0 ? 0 : 1)
        case .child(let seeds): try ChildRun(corpus: corpus).run(seeds)
        case .show(let seed):
            FileHandle.standardOutput.write(Data(FuzzInput(seed: seed, corpus: corpus).bytes))
        case .help:
            print("usage: kelishuv-fuzz COUNT [--from SEED] [--jobs N] [--examples FOLDER] | --show SEED | --one SEED")
            exit(2)
        }
    }
}
