internal import Foundation
import SourceText
import Testing

@testable import Reading

@Suite struct FetcherTests {
    private static func fetcher(bytes: Int = 100_000, seconds: Double = 10) -> Fetcher {
        Fetcher(limits: .init(bytes: bytes, seconds: seconds, redirects: 3, allowPrivate: true))
    }

    /// The whole message of a failed fetch.
    private func message(_ fetcher: Fetcher, _ address: String) async -> String {
        do {
            return "fetched \(try await fetcher.fetch(address).bytes.count) bytes"
        } catch {
            return "\(error)"
        }
    }

    @Test func pageComesWithAddressAndType() async throws {
        let server = LocalServer([
            "/a": .redirect("b?x=1#part"), "/b?x=1": .page(Array("<p>ok".utf8), type: "text/html; charset=koi8-r"),
        ])
        defer { server.stop() }
        let response = try await Self.fetcher().fetch(server.address("/a#top"))
        #expect(response.bytes == Array("<p>ok".utf8))
        #expect(response.address == server.address("/b?x=1"))
        #expect(response.contentType == "text/html; charset=koi8-r")
    }

    @Test func failuresSayWhatToDo() async {
        let server = LocalServer([
            "/403": .page([], status: "403 Forbidden"), "/503": .page([], status: "503 Service Unavailable"),
            "/500": .page(Array("x".utf8), status: "418 Teapot"),
            "/loop": .redirect("/pool"), "/pool": .redirect("/loop"),
            "/1": .redirect("/2"), "/2": .redirect("/3"), "/3": .redirect("/4"), "/4": .redirect("/5"),
            "/file": .redirect("file:///etc/passwd"),
            "/pdf": .page(Array("%PDF-".utf8), type: "application/pdf"),
            "/told": .page([UInt8](repeating: 0x61, count: 200_000)),
            "/untold": .page([UInt8](repeating: 0x61, count: 200_000), tellsLength: false),
        ])
        defer { server.stop() }
        func address(_ path: String) -> String { server.address(path) }
        let expected: [(String, String)] = [
            (
                address("/none"),
                "There is no page at \(address("/none")) (status 404). Check the address in a browser."
            ),
            (
                address("/403"),
                "The server does not give out \(address("/403")) to programs (status 403). Save the page in a browser and give the file."
            ),
            (
                address("/503"),
                "The server cannot give out \(address("/503")) at the moment (status 503). Try again later."
            ),
            (
                address("/500"),
                "The server answered status 418 to \(address("/500")). Check the address in a browser."
            ),
            (
                address("/loop"),
                "\(address("/loop")) redirects in a circle, back to \(address("/loop")). Open it in a browser and give the address where it ends."
            ),
            (
                address("/1"),
                "\(address("/1")) was redirected more than 3 times. Open it in a browser and give the address where it ends."
            ),
            (
                address("/file"),
                "\(address("/file")) redirects to “file:///etc/passwd”, which is no web address. Open it in a browser and give the address where it ends."
            ),
            (
                address("/pdf"),
                "\(address("/pdf")) holds application/pdf, which is no text. Give the address of a text or HTML page."
            ),
            (
                address("/told"),
                "\(address("/told")) is larger than 100 kB. Save the page and give the file, or give the address of the text alone."
            ),
            (
                address("/untold"),
                "\(address("/untold")) is larger than 100 kB. Save the page and give the file, or give the address of the text alone."
            ),
            (
                "ftp://a.example/b",
                "“ftp://a.example/b” is no web address. Give one that begins with http:// or https://."
            ),
            ("http://", "“http://” is no web address. Give one that begins with http:// or https://."),
            (
                "http://me:secret@a.example/",
                "The address holds a user name or password. Give it without them; only public pages are read."
            ),
        ]
        for (address, text) in expected { #expect(await message(Self.fetcher(), address) == text) }
    }

    @Test func unknownHost() async {
        let fetcher = Fetcher(limits: .init()) { _ in [] }
        #expect(
            await message(fetcher, "http://no-such-host.invalid/x")
                == "No server is known by the name “no-such-host.invalid”, so http://no-such-host.invalid/x cannot be fetched. Check the spelling and the connection."
        )
    }

    @Test func slowServersAreLeft() async {
        var slow = LocalServer.Answer.page(Array("abc".utf8))
        slow.pause = 60
        let server = LocalServer(["/slow": slow])
        defer { server.stop() }
        let text = await message(Self.fetcher(seconds: 0.5), server.address("/slow"))
        #expect(text == "\(server.address("/slow")) did not answer in full within 0.5 seconds. Try again later.")
    }

    @Test func refusedConnection() async {
        let server = LocalServer([:])
        server.stop()
        let text = await message(Self.fetcher(), server.address("/"))
        #expect(text.hasPrefix("\(server.address("/")) could not be fetched: "))
        #expect(text.hasSuffix(". Check the address and the connection."))
    }

    /// Private hosts are never asked, whatever spelling leads there.
    @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"])
    func privateHostsAreRefused(_ host: String) async throws {
        let server = LocalServer(["/": .page(Array("secret".utf8))])
        defer { server.stop() }
        let address = server.address("/", host: host)
        let error = await #expect(throws: FetchError.self) { try await Fetcher().fetch(address) }
        guard case .privateAddress(_, _, let ip) = error else {
            Issue.record("\(host): \(String(describing: error))")
            return
        }
        #expect(!ip.isPublic)
        #expect(server.requests.isEmpty)
    }

    @Test func redirectFromPublicNameToPrivateIsRefused() async {
        let server = LocalServer(["/": .page(Array("secret".utf8)), "/away": .redirect("/")])
        defer { server.stop() }
        // The name "localhost" plays a public host; what it redirects to is checked on its own.
        let target = server.address("/", host: "127.0.0.1")
        let door = LocalServer(["/": .redirect(target)])
        defer { door.stop() }
        let fetcher = Fetcher(limits: .init()) { host in
            host == "localhost" ? [IPAddress("93.184.216.34")!] : await HostResolver.addresses(of: host)
        }
        #expect(
            await message(fetcher, door.address("/", host: "localhost"))
                == "\(target) was not fetched: “127.0.0.1” is 127.0.0.1, which is not on the public internet. Use --allow-private if you trust it."
        )
        #expect(door.requests == ["/"])
        #expect(server.requests.isEmpty)
    }

    @Test func oneBadAddressAmongGoodOnesIsEnough() async {
        let fetcher = Fetcher(limits: .init()) { _ in [IPAddress("93.184.216.34")!, IPAddress("10.0.0.1")!] }
        #expect(
            await message(fetcher, "http://two-faced.example/")
                == "http://two-faced.example/ was not fetched: “two-faced.example” is 10.0.0.1, which is not on the public internet. Use --allow-private if you trust it."
        )
    }

    @Test(arguments: [
        ("8.8.8.8", true), ("93.184.216.34", true), ("100.63.255.255", true), ("172.32.0.1", true),
        ("2606:4700::1", true),
        ("10.1.2.3", false), ("172.16.0.1", false), ("172.31.255.255", false), ("192.168.1.1", false),
        ("127.9.9.9", false),
        ("169.254.169.254", false), ("100.64.0.1", false), ("100.127.255.255", false), ("0.0.0.0", false),
        ("224.0.0.1", false), ("255.255.255.255", false), ("198.18.0.1", false), ("198.19.0.1", false),
        ("::", false), ("::1", false), ("fe80::1", false), ("fc00::1", false), ("fd12::1", false), ("ff02::1", false),
        ("::ffff:10.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::7f00:1", false), ("2002:7f00:1::", false),
        ("2001:db8::1", false), ("2001::1", false), ("3fff::1", false), ("4000::1", false),
    ])
    func publicAddresses(_ text: String, _ isPublic: Bool) throws {
        let address = try #require(IPAddress(text))
        #expect(address.isPublic == isPublic)
        #expect(address.description == text || text.contains("."))
    }
}
