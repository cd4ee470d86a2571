using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>The null rule for each construct: nodes, compiled and interpreted code, and a query give what C# gives with every
/// <c>?.</c> written out.</summary>
public sealed class NullSafetyTests
{
    private static readonly List<int> Zeros = [0];
    private static readonly int[] ZeroArray = [0];
    private static readonly int?[] NullAndFive = [null, 5];
    private static readonly HashSet<DayOfWeek> Days = [default];
    private static readonly string?[] NoNames = [null];
    private static readonly string[]? NoArray = null;
    private static readonly int[,] Grid =
    {
        { 1, 2 },
        { 3, 4 },
    };
    private static readonly Func<string?, string?>? NoFunction = null;
    private static readonly Func<string?, int> LengthOrMinusOne = text => text?.Length ?? -1;
    private static readonly Dictionary<string, object> Boxes = new() { ["pro"] = 7 };
    private static readonly Dictionary<string, string[]> Words = new() { ["plan"] = ["a", "b"] };

    private static readonly bool No = false;
    private static readonly bool Yes = true;

    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        // Arrays, indexers and delegates.
        ["constant or condition, == false"] = NullCase.Of(
            p => (No || p.Name!.StartsWith('B')) == false,
            p => p.Name?.StartsWith('B') != true
        ),
        ["constant or condition, ^"] = NullCase.Of(
            p => (No || p.Name!.StartsWith('B')) ^ Yes,
            p => p.Name?.StartsWith('B') != true
        ),
        ["constant and condition, !="] = NullCase.Of(
            p => (Yes && p.Name!.StartsWith('B')) != Yes,
            p => p.Name?.StartsWith('B') != true
        ),
        ["constant and condition, nullable"] = NullCase.Of(
            p => (bool?)(Yes && p.Name!.StartsWith('B')),
            p => (bool?)(p.Name?.StartsWith('B') == true)
        ),
        ["constant and condition, Equals"] = NullCase.Of(
            p => (Yes && p.Metadata["plan"]!.Contains("pro")).Equals(false),
            p => p.Metadata["plan"]?.Contains("pro") != true
        ),
        ["constant or condition, boxed"] = NullCase.Of(
            p => (object)(No || p.Name!.StartsWith('B')),
            p => (object)(p.Name?.StartsWith('B') == true)
        ),
        ["constants before a condition"] = NullCase.Of(
            p => (Yes && (No || p.Name!.EndsWith('a'))) == No,
            p => p.Name?.EndsWith('a') != true
        ),
        ["length of an array"] = NullCase.Of(p => p.Name!.Split(' ').Length, p => p.Name?.Split(' ').Length ?? 0),
        ["length, compared"] = NullCase.Of(p => p.Name!.Split(' ').Length < 9, p => p.Name?.Split(' ').Length < 9),
        ["length, nullable"] = NullCase.Of(p => (int?)p.Name!.Split(' ').Length, p => p.Name?.Split(' ').Length),
        ["long length"] = NullCase.Of(p => p.Name!.Split(' ').LongLength, p => p.Name?.Split(' ').LongLength ?? 0),
        ["element"] = NullCase.Of(p => p.Name!.Split(' ')[0], p => p.Name?.Split(' ')[0]),
        ["element's length"] = NullCase.Of(
            p => p.Name!.Split(' ')[0].Length + 1,
            p => p.Name?.Split(' ')[0].Length + 1 ?? 0
        ),
        ["character"] = NullCase.Of(
            p => p.Id[0] == 'u' && p.Metadata["plan"]![0] == 'p',
            p => p.Metadata["plan"]?[0] == 'p'
        ),
        ["index that is null"] = NullCase.Of(p => ZeroArray[p.Metadata["no"]!.Length], _ => 0),
        ["many dimensions"] = NullCase.Of(p => Grid[1, p.Metadata["no"]!.Length], _ => 3),
        ["rank of bytes"] = NullCase.Of(p => System.Text.Encoding.UTF8.GetBytes(p.Name ?? "").Rank, _ => 1),
        ["array of a dictionary"] = NullCase.Of(
            p => Words.GetValueOrDefault(p.Metadata["plan"] ?? "plan")!.Length,
            p => p.Metadata["plan"] is null ? 2 : 0
        ),
        ["null array"] = NullCase.Of(p => NoArray!.Length > p.Id.Length, _ => false),
        ["null array's element"] = NullCase.Of(p => NoArray![p.Id.Length] + "x", _ => "x"),
        ["null array searched"] = NullCase.Of(p => NoArray!.Contains(p.Id), _ => false),
        ["null function"] = NullCase.Of(p => NoFunction!(p.Name), _ => null),
        ["null function's result"] = NullCase.Of(p => NoFunction!(p.Name)!.Length + 1 > 0, _ => false),
        ["function of null"] = NullCase.Of(p => LengthOrMinusOne(p.Name), p => p.Name?.Length ?? -1),
        ["list's element"] = NullCase.Of(
            p => p.EnforcementActions.FirstOrDefault()!.Reason.ToString().Length,
            p => p.EnforcementActions.FirstOrDefault()?.Reason.ToString().Length ?? 0
        ),
        ["item that is null"] = NullCase.Of(p => NoNames.Any(name => name!.Length + p.Id.Length > 0), _ => false),
        ["item that is null, all"] = NullCase.Of(p => NoNames.All(name => !(name!.Trim() == p.Id)), _ => true),

        // Unary operators and conversions.
        ["negated"] = NullCase.Of(p => -p.Name!.Length, p => -p.Name?.Length ?? 0),
        ["complement"] = NullCase.Of(p => (int?)~p.Name!.Length, p => ~p.Name?.Length),
        ["negated, compared"] = NullCase.Of(p => -p.Name!.Length <= 0, p => -p.Name?.Length <= 0),
        ["checked"] = NullCase.Of(p => checked((byte)p.Name!.Length), p => (byte)(p.Name?.Length ?? 0)),
        ["widened"] = NullCase.Of(p => (long?)p.Name!.Length, p => p.Name?.Length),
        ["unboxed null"] = NullCase.Of(
            p => (int)Boxes.GetValueOrDefault(p.Metadata["plan"] ?? "")!,
            p => p.Metadata["plan"] == "pro" ? 7 : 0
        ),
        ["unboxed null, compared"] = NullCase.Of(
            p => (int)Boxes.GetValueOrDefault(p.Metadata["plan"] ?? "")! == 0,
            _ => false
        ),
        ["unboxed enum"] = NullCase.Of(p => (int)(object)p.CreatedAt.DayOfWeek, p => (int)p.CreatedAt.DayOfWeek),
        ["as"] = NullCase.Of(p => (p.Name as object as string)!.Length, p => p.Name?.Length ?? 0),
        ["as a number"] = NullCase.Of(p => (object?)p.Name!.Length as int?, p => p.Name?.Length),
        ["is"] = NullCase.Of(p => p.Name is string, p => p.Name is not null),
        ["is, of a lifted value"] = NullCase.Of(p => (object?)p.Name!.Length is int, p => p.Name is not null),
        ["decimal"] = NullCase.Of(p => p.Name!.Length * 1.5m, p => p.Name?.Length * 1.5m ?? 0),
        ["user's conversion"] = NullCase.Of(p => (decimal?)p.Name!.Length, p => p.Name?.Length),

        // Binary operators.
        ["both null are equal"] = NullCase.Of(
            p => p.Name!.Length == p.Metadata["plan"]!.Length,
            p => p.Name?.Length == p.Metadata["plan"]?.Length
        ),
        ["Equals of null"] = NullCase.Of(p => p.Name!.Equals("x") == false, p => p.Name is not null),
        ["Equals, nullable"] = NullCase.Of(p => (bool?)p.Name!.Equals("Bea u"), p => p.Name?.Equals("Bea u")),
        ["Equals with a null time"] = NullCase.Of(
            p => p.CreatedAt.Equals(p.ExternalUserDetails.OnboardedAt!.Value),
            p => p.CreatedAt.Equals(p.ExternalUserDetails.OnboardedAt ?? default)
        ),
        ["Equals of a null time"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt!.Value.Equals(p.CreatedAt),
            p => p.ExternalUserDetails.OnboardedAt?.Equals(p.CreatedAt) ?? false
        ),
        ["Equals of a nullable"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt.Equals(null),
            p => p.ExternalUserDetails.OnboardedAt is null
        ),
        ["GetValueOrDefault"] = NullCase.Of(
            p => p.ExternalUserDetails.OnboardedAt.GetValueOrDefault(Part.Start),
            _ => Part.Start
        ),
        ["and of bits"] = NullCase.Of(
            p => p.Programs.Cyber!.Requirements!.DataRetention & p.Name == null,
            p => p.Programs.Cyber?.Requirements?.DataRetention == true & p.Name is null
        ),
        ["or of bits"] = NullCase.Of(
            p => p.Programs.Cyber!.Requirements!.DataRetention | p.Name == null,
            p => p.Programs.Cyber?.Requirements?.DataRetention == true | p.Name is null
        ),
        ["shift"] = NullCase.Of(p => 1 << p.Name!.Length, p => 1 << p.Name?.Length ?? 0),
        ["text and number"] = NullCase.Of(p => p.Name + p.Name!.Length, p => p.Name + p.Name?.Length),
        ["widening fallback"] = NullCase.Of(p => (int?)p.Name!.Length ?? 7L, p => p.Name?.Length ?? 7L),
        ["fallback that is null"] = NullCase.Of(
            p => (int?)p.Name!.Length ?? p.Metadata["plan"]!.Length,
            p => p.Name?.Length ?? p.Metadata["plan"]?.Length ?? 0
        ),
        ["widening fallback that is null"] = NullCase.Of(
            p => ((int?)p.Name!.Length ?? p.Name.LongCount()) > -1,
            p => p.Name is not null
        ),
        ["choice"] = NullCase.Of(
            p => (p.Name == null ? p.Metadata["plan"]!.Length : p.Name.Length) == 0,
            p => (p.Name is null ? p.Metadata["plan"]?.Length : p.Name.Length) == 0
        ),
        ["choice of objects"] = NullCase.Of(
            p => p.Name == null ? (object)p.Id : p.Name.Length,
            p => p.Name is null ? p.Id : p.Name.Length
        ),

        // Arguments: as they are, and a default where they take no null.
        ["null in a list of zeros"] = NullCase.Of(
            p => p.Name == null && Zeros.Contains(p.Name!.Length),
            p => p.Name is null
        ),
        ["null in an array of zeros"] = NullCase.Of(p => ZeroArray.Contains(p.Name!.Length), p => p.Name is null or ""),
        ["null in nullables"] = NullCase.Of(p => NullAndFive.Contains(p.Name!.Length), p => p.Name is null or "Bea u"),
        ["null in days"] = NullCase.Of(
            p => Days.Contains(p.ExternalUserDetails.OnboardedAt!.Value.DayOfWeek),
            p => p.ExternalUserDetails.OnboardedAt is null
        ),
        ["absolute value"] = NullCase.Of(p => Math.Abs(p.Name!.Length) == 0, p => p.Name is null or ""),
        ["days of null"] = NullCase.Of(
            p => p.CreatedAt.AddDays(p.Name!.Length) == p.CreatedAt,
            p => p.Name is null or ""
        ),
        ["concatenated"] = NullCase.Of(p => string.Concat(p.Name, "x"), p => p.Name + "x"),
        ["new of nulls"] = NullCase.Of(
            p => new { p.Name!.Length, Text = p.Name.Trim() },
            p => new { Length = p.Name?.Length ?? 0, Text = p.Name?.Trim()! }
        ),
        ["interface's indexer"] = NullCase.Of(
            p => p.Metadata.Count == 2 ? ((IReadOnlyDictionary<string, string>)p.Metadata)["plan"] : "none",
            p => p.Metadata.Count == 2 ? "pro" : "none"
        ),
        ["keys"] = NullCase.Of(
            p => p.Programs.Cyber!.Tiers.Keys.Any(key => key == "one"),
            p => p.Programs.Cyber?.Tiers.Count > 0
        ),
        ["values"] = NullCase.Of(
            p => p.Programs.Cyber!.Tiers.Values.All(tier => tier.Status == TierStatus.Active),
            p => p.Programs.Cyber is not null
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Construct_MeansOneThing(string name) => Cases[name].CheckAsync();

    // The planner's first condition decides how the whole is run.
    [Fact]
    public async Task ConditionBesideAnUnknownConstruct_GivesTheSame()
    {
        Expression<Func<UserProfile, bool>> alone = p => p.Name == null && Zeros.Contains(p.Name!.Length);
        Expression<Func<UserProfile, bool>> beside = p =>
            p.Name == null && Zeros.Contains(p.Name!.Length) && p.Id.IndexOf('u') == 0;
        var profiles = ProfileQuery.FromItems(Part.Combinations);
        var nameless = Part.Combinations.Count(p => p.Name is null);

        Assert.Equal((nameless, nameless), (await profiles.CountAsync(alone), await profiles.CountAsync(beside)));
    }
}
