using FluentProfiles;

namespace Aot;

/// <summary>The queries of the README, word for word but for anonymous types; a test holds them against it.</summary>
/// <remarks>For an anonymous type within an expression the C# compiler calls a method of .NET that the analysis for trimming
/// warns of (IL2026), so <see cref="Row"/> stands in its place.</remarks>
internal static partial class Queries
{
    public static readonly IReadOnlyList<(string Name, Func<Task<string>> Run)> All =
    [
        ("first query", FirstQuery),
        ("newest", Newest),
        ("split", Split),
        ("taken first", TakenFirst),
        ("refused", Refused),
        ("settings", Settings),
        ("terminals", Terminals),
        ("one page", OnePage),
        ("all pages", AllPages),
        ("errors", Errors),
        ("in memory", InMemory),
        ("compiled", Compiled),
        ("expressions", Expressions),
        ("JSON", Json),
        ("writes", Writes),
        ("data controls", Controls),
    ];

    /// <summary>The client of the queries that do not begin with <see cref="Profiles"/>.</summary>
    public static IProfilesClient Client { get; set; } = null!;

    private static async Task<string> FirstQuery()
    {
        var customers = Profiles
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted && p.Metadata["plan"] == "pro")
            .OrderByDescending(p => p.CreatedAt)
            .Take(50);

        await foreach (var customer in customers)
            Console.WriteLine($"{customer.Id} {customer.Name}");
        return customers.Explain().ToString();
    }

    private static async Task<string> Newest()
    {
        var newest = Profiles.Query().OrderByDescending(p => p.CreatedAt).Take(50);

        return $"{newest.Explain()}\n{string.Join(' ', await newest.ToListAsync())}";
    }

    private static async Task<string> Split()
    {
        EnforcementStatus[] stopped = [EnforcementStatus.Restricted, EnforcementStatus.Banned];

        var germans = Profiles
            .Query()
            .Where(p => stopped.Contains(p.EnforcementStatus) && p.ExternalUserDetails.Country == "DE")
            .OrderBy(p => p.Name)
            .Select(p => new Row(p.Id, p.Name));

        return $"{germans.Explain()}\n{string.Join(' ', await germans.ToListAsync())}";
    }

    private static async Task<string> TakenFirst()
    {
        var restrictedAmongTheNewest = Profiles
            .Query()
            .Take(250)
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted);

        return $"{restrictedAmongTheNewest.Explain()}\n{await restrictedAmongTheNewest.CountAsync()}";
    }

    private static async Task<string> Refused()
    {
#pragma warning disable FP0201 // Refused on purpose: the words are what is printed.
        var byChange = Profiles.Query().OrderByDescending(p => p.UpdatedAt);
#pragma warning restore FP0201

        try
        {
            return $"{await byChange.FirstAsync()}";
        }
        catch (UnsupportedQueryException refusal)
        {
            return refusal.Message;
        }
    }

    private static async Task<string> Settings()
    {
        LastReport progress = new();

        var old = await Profiles
            .Query()
            .OrderBy(p => p.CreatedAt)
            .Take(200)
            .WithBeta(AnthropicBeta.UserProfiles2026_08_18)
            .WithPageSize(50)
            .WithMaxRequests(4)
            .WithProgress(progress)
            .Select(p => new Row(p.Id, p.ExternalId))
            .ToListAsync();

        return $"{old.Count} {old[^1]} {progress.Value!.Requests} {progress.Value.Read}";
    }

    private sealed record Row(string Id, string? Value);

    private sealed class LastReport : IProgress<QueryProgress>
    {
        public QueryProgress? Value { get; private set; }

        public void Report(QueryProgress value) => Value = value;
    }
}
