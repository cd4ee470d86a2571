using FluentProfiles.Tests.Expressions.NullSafety;

namespace FluentProfiles.Tests.Expressions.Forms;

/// <summary>C# 14 takes the methods of spans for those of arrays. Interpreted code can't hold a span, so that the calls are made
/// over the arrays; each gives what the span's gives.</summary>
public sealed class SpanCallTests
{
    private static readonly string[] Words = ["Bea u", "x", "pro"];
    private static readonly string?[] WordsOrNull = [null, "pro", null, "x"];
    private static readonly char[] Letters = ['B', 'e', 'u'];
    private static readonly int[] Numbers = [0, 5, 5, 0, 2];
    private static readonly int?[] NumbersOrNull = [null, 5];
    private static readonly DateOnly[] Dates = [new(2026, 5, 1), default];
    private static readonly DateTimeOffset[] Times = [Part.Start];
    private static readonly DayOfWeek[] Days = [DayOfWeek.Friday];
    private static readonly Point[] Points = [new(5, 1)];
    private static readonly EnforcementStatus[] Statuses = [EnforcementStatus.Banned];
    private static readonly string[]? None = null;
    private static readonly IEqualityComparer<string?> Folded = StringComparer.OrdinalIgnoreCase;
    private static readonly IEqualityComparer<int> Parity = EqualityComparer<int>.Create((a, b) => a % 2 == b % 2);
    private static readonly IEqualityComparer<string?>? NoComparer = null;

    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        ["Contains"] = NullCase.Of(p => Words.Contains(p.Name), p => Words.Contains(p.Name)),
        ["Contains of a call"] = NullCase.Of(
            p => Words.Contains(p.Name!.Substring(0)),
            p => Words.Contains(p.Name?.Substring(0))
        ),
        ["Contains with a comparer"] = NullCase.Of(
            p => Words.Contains(p.Name!.ToUpperInvariant(), Folded),
            p => Words.Contains(p.Name?.ToUpperInvariant(), Folded)
        ),
        ["Contains with a comparer in place"] = NullCase.Of(
            p => Words.Contains(p.Name, StringComparer.OrdinalIgnoreCase),
            p => Words.Contains(p.Name, StringComparer.OrdinalIgnoreCase)
        ),
        ["Contains with a null comparer"] = NullCase.Of(
            p => Words.Contains(p.Name, NoComparer),
            p => Words.Contains(p.Name)
        ),
        ["Contains with a comparer of numbers"] = NullCase.Of(
            p => Numbers.Contains(p.Id.Length, Parity),
            p => Numbers.Contains(p.Id.Length, Parity)
        ),
        ["Contains of null"] = NullCase.Of(p => WordsOrNull.Contains(p.Name), p => WordsOrNull.Contains(p.Name)),
        ["Contains of a letter"] = NullCase.Of(p => Letters.Contains(p.Id[0]), p => Letters.Contains(p.Id[0])),
        ["Contains of a text"] = NullCase.Of(p => p.Name!.Contains('u', null), p => p.Name?.Contains('u') ?? false),
        ["Contains of a date"] = NullCase.Of(
            p => Dates.Contains(DateOnly.FromDateTime(p.CreatedAt.Date)),
            p => Dates.Contains(DateOnly.FromDateTime(p.CreatedAt.Date))
        ),
        ["Contains of a time"] = NullCase.Of(
            p => Times.Contains(p.ExternalUserDetails.OnboardedAt!.Value),
            p => p.ExternalUserDetails.OnboardedAt == Part.Start
        ),
        ["Contains of a day"] = NullCase.Of(
            p => Days.Contains(p.CreatedAt.DayOfWeek),
            p => p.CreatedAt.DayOfWeek == DayOfWeek.Friday
        ),
        ["Contains of a struct"] = NullCase.Of(p => Points.Contains(new Point(p.Id.Length, 1)), p => p.Id.Length == 5),
        ["Contains of a status"] = NullCase.Of(
            p => Statuses.Contains(p.EnforcementStatus) & p.Id.Length > 0,
            p => p.EnforcementStatus == "banned"
        ),
        ["Contains of a null number"] = NullCase.Of(
            p => NumbersOrNull.Contains(p.Name!.Length) & p.Id.Length > 0,
            p => p.Name is null or "Bea u"
        ),
        ["Contains in a null array"] = NullCase.Of(p => None!.Contains(p.Id), _ => false),
        ["Contains in an array of the profile"] = NullCase.Of(
            p => p.Name!.Split(' ').Contains("u"),
            p => p.Name?.Split(' ').Contains("u") ?? false
        ),
        ["IndexOf"] = NullCase.Of(p => Words.IndexOf(p.Name), p => Words.IndexOf(p.Name)),
        ["IndexOf with a comparer"] = NullCase.Of(
            p => Words.IndexOf(p.Name!.ToUpper(), Folded),
            p => Words.IndexOf(p.Name?.ToUpper(), Folded)
        ),
        ["IndexOf of a part"] = NullCase.Of(
            p => Letters.IndexOf(p.Name!.Substring(0).ToCharArray()),
            p => p.Name is null ? Letters.IndexOf([]) : Letters.IndexOf(p.Name.ToCharArray())
        ),
        ["LastIndexOf"] = NullCase.Of(p => Numbers.LastIndexOf(p.Id.Length), p => Numbers.LastIndexOf(p.Id.Length)),
        ["SequenceEqual"] = NullCase.Of(
            p => p.Name!.ToCharArray().SequenceEqual(Letters),
            p => p.Name?.ToCharArray().SequenceEqual(Letters) ?? false
        ),
        ["SequenceEqual of words"] = NullCase.Of(
            p => p.Name!.Split(' ').SequenceEqual(new[] { "BEA", "U" }, Folded),
            p => p.Name == "Bea u"
        ),
        ["SequenceEqual with a null array"] = NullCase.Of(
            p => p.Name!.Split('*').SequenceEqual(None),
            p => p.Name?.Split('*').SequenceEqual(None) ?? false
        ),
        ["SequenceEqual of texts"] = NullCase.Of(p => p.Name!.SequenceEqual("Bea u"), p => p.Name == "Bea u"),
        ["StartsWith"] = NullCase.Of(p => p.Name!.Split(' ').StartsWith("Bea"), p => p.Name?.Split(' ')[0] == "Bea"),
        ["EndsWith"] = NullCase.Of(p => p.Name!.ToCharArray().EndsWith(new[] { ' ', 'u' }), p => p.Name == "Bea u"),
        ["Count"] = NullCase.Of(p => Numbers.Count(p.Name!.Length), p => Numbers.Count(p.Name?.Length ?? 0)),
        ["ContainsAny"] = NullCase.Of(
            p => p.Name!.ToCharArray().ContainsAny('u', 'x'),
            p => p.Name?.ToCharArray().ContainsAny('u', 'x') ?? false
        ),
        ["ContainsAny of an array"] = NullCase.Of(
            p => p.Name!.ToCharArray().ContainsAny(Letters),
            p => p.Name?.ToCharArray().ContainsAny(Letters) ?? false
        ),
        ["IndexOfAny"] = NullCase.Of(
            p => Numbers.IndexOfAny(p.Id.Length, 2, 7),
            p => Numbers.IndexOfAny(p.Id.Length, 2, 7)
        ),
        ["IndexOfAnyExcept"] = NullCase.Of(
            p => Numbers.IndexOfAnyExcept(p.Name!.Length),
            p => Numbers.IndexOfAnyExcept(p.Name?.Length ?? 0)
        ),
        ["LastIndexOfAny"] = NullCase.Of(
            p => Numbers.LastIndexOfAny(p.Id.Length, 5),
            p => Numbers.LastIndexOfAny(p.Id.Length, 5)
        ),
        ["CommonPrefixLength"] = NullCase.Of(
            p => Letters.CommonPrefixLength(p.Name!.Substring(0).ToCharArray()),
            p => Letters.CommonPrefixLength(p.Name?.ToCharArray())
        ),
        ["in a quantifier"] = NullCase.Of(
            p => p.EnforcementActions.Any(action => Words.Contains(action.Id.Substring(0)) == false),
            p => p.EnforcementActions.Count > 0
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task SpanCall_GivesWhatTheSpanGives(string name) => Cases[name].CheckAsync();

    private readonly record struct Point(int X, int Y);
}
