using System.Text.RegularExpressions;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Tells the requests of each run of a query apart.</summary>
internal sealed class RequestMeter(ProfileEmulator emulator)
{
    private readonly List<int> starts = [];

    /// <summary>A run begins.</summary>
    public void Begin() => starts.Add(emulator.Requests.Count);

    /// <summary>The requests of each run, as they stood on the wire.</summary>
    public IEnumerable<IReadOnlyList<string>> Runs()
    {
        var requests = emulator.Requests.Select(request => request.PathAndQuery).ToList();
        return starts.Zip([.. starts.Skip(1), requests.Count], (start, end) => requests[start..end]);
    }

    /// <summary>Whether the requests for pages differ in nothing but the cursor.</summary>
    public static bool IsOneListing(IEnumerable<string> requests) =>
        requests
            .Where(request => request.Contains('?'))
            .Select(request => Regex.Replace(request, "&page=[^&]*", ""))
            .Distinct()
            .Count() <= 1;
}
