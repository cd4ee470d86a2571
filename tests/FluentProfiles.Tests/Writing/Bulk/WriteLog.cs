using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Writing.Bulk;

/// <summary>What the emulator's log says of writes.</summary>
internal static class WriteLog
{
    public static IReadOnlyList<EmulatorRequest> Writes(this TestService service) =>
        [.. service.Emulator.Requests.Where(request => request.Method != "GET")];

    /// <summary>The ids written, once for each request.</summary>
    public static IEnumerable<string> WrittenIds(this TestService service) =>
        service.Writes().Select(request => request.PathAndQuery.Split('/')[^1]);

    public static IEnumerable<string> Reads(this TestService service) =>
        service.Requests.Where(request => request.StartsWith("GET", StringComparison.Ordinal));

    /// <summary>Where the first write stands among all requests.</summary>
    public static int FirstWrite(this TestService service) =>
        service.Requests.ToList().FindIndex(request => !request.StartsWith("GET", StringComparison.Ordinal));

    /// <summary>Where the last read stands among all requests.</summary>
    public static int LastRead(this TestService service) =>
        service.Requests.ToList().FindLastIndex(request => request.StartsWith("GET", StringComparison.Ordinal));

    public static UserProfile Stored(this TestService service, int number) =>
        service.Emulator.Profiles.Single(profile => profile.Id == TestProfiles.IdOf(number));

    public static (long Found, long Written, long Unchanged, long Failed, long Unfinished) Counts(
        this BulkWriteReport report
    ) => (report.Found, report.Written, report.Unchanged, report.Failed, report.Unfinished);
}
