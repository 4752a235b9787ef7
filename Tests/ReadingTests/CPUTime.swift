#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Processor time of the calling thread, so that a busy machine fails no test.
enum CPUTime {
    /// Seconds that the work took on this thread.
    static func measure(_ work: () -> Void) -> Double {
        let start = now
        work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
