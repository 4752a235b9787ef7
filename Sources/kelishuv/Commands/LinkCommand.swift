internal import ArgumentParser

/// `kelishuv link`: which records are one deal.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Find which records of different documents are one deal, and say so yourself.",
        discussion: """
            The program compares names over scripts, sums over currencies, places, subjects and dates; each has a weight that \
            the reasons show. What it leaves in doubt waits for a person, whose word stands above the program's and can be \
            taken back.

            Examples:
              kelishuv link
              kelishuv link review
              kelishuv link judge a-0123456789abcdef a-fedcba9876543210 --same --author anna
            """,
        subcommands: [LinkAllCommand.self, LinkReviewCommand.self, LinkJudgeCommand.self],
        defaultSubcommand: LinkAllCommand.self)
}
