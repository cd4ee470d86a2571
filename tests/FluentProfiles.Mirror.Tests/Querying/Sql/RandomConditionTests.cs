using CsCheck;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Querying;
using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Data;
using FluentProfiles.Tests.Properties.Expressions.Data;
using FluentProfiles.Tests.Sources;

namespace FluentProfiles.Mirror.Tests.Querying.Sql;

/// <summary>Random conditions as SQL, against the same conditions on objects.</summary>
public sealed class RandomConditionTests
{
    private const int Cases = 750;
    private const int CasesPerData = 250;

    private static readonly string[] Odd =
    [
        "",
        "'",
        "O'Brien; DROP TABLE profiles --",
        "%",
        "a_",
        "\\",
        "\0",
        "a\0b",
        "\u0001u0000",
        "\u0001",
        "\ud800",
        "\ufffd",
        "I",
        "ı",
        "e\u0301",
        "é",
        new string('x', 10_000),
        new string('x', 10_000) + "y",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnyCondition_MeansTheSameInSql(DatabaseKind kind)
    {
        for (var first = 0; first < Cases; first += CasesPerData)
        {
            await using var database = await TestDatabase.CreateWithTablesAsync(kind);
            await using var context = database.Context();
            var store = database.Store();
            await database.Store(workspace: "wrkspc_other").PutAsync(ProfilesOf(first + 1));
            var profiles = await store.PutAsync(ProfilesOf(first));
            var conditions = ConditionsOver(profiles).Array[1, 3];
            SqlShape shape = new(context);
            for (var number = first; number < first + CasesPerData; number++)
            {
                var some = Trials.Generated(conditions, number, 7);
                var expected = profiles
                    .Where(profile => some.All(one => ConditionCheck.Passes(one, profile, isRough: false)))
                    .Select(profile => profile.Id)
                    .Order(StringComparer.Ordinal);
                var actual = await store.ReadInSessionAsync(
                    async (session, scope, stop) =>
                    {
                        var listing = shape.Listing("created_at", true, scope, SimplerConditions.Of(some));
                        List<ListingRow> rows = [];
                        SqlCommands commands = new(session);
                        await commands.ReadAsync(listing.Page(null, 10_000), listing.Order.Kind, rows, stop);
                        Assert.Equal(rows.Count, await commands.NumberAsync(listing.Count(), stop));
                        return rows;
                    },
                    store.Contexts,
                    default
                );

                Assert.True(
                    expected.SequenceEqual(actual.Select(row => row.Place.Id!).Order(StringComparer.Ordinal)),
                    $"{number}: {string.Join("\n", some.Select(one => one.Text))}"
                );
            }
        }
    }

    private static IEnumerable<UserProfile> ProfilesOf(int number) =>
        number / CasesPerData % 2 == 0
            ? Trials
                .Generated(ProfileGen.One(12).Array[60], number, 5)
                .Select((make, i) => make(i))
                .Select((profile, i) => i < Odd.Length ? WithText(profile, Odd[i]) : profile)
            : Enumerable
                .Range(0, 8)
                .SelectMany(i => Trials.Generated(OddProfiles.Any, number + i, 6))
                .Select((profile, i) => profile with { Id = $"uprof_{i:D6}" });

    private static UserProfile WithText(UserProfile profile, string text) =>
        profile with
        {
            Name = text,
            Metadata = new() { ["plan"] = text, [text] = "pro" },
            ExternalUserDetails = profile.ExternalUserDetails with { ReferenceId = text },
        };

    private static Gen<FilterNode> ConditionsOver(UserProfile[] profiles)
    {
        var texts = Gen.OneOf([.. Odd, .. profiles.SelectMany(TextsOf).Distinct()]);
        var paths = ProfileColumns.All.Select(column => new FieldPath(column.Fields)).ToArray();
        var textPaths = ProfileColumns
            .All.Where(column => column.Type == typeof(string))
            .Select(column => new FieldPath(column.Fields))
            .ToArray();
        var bounds = Gen.OneOf([.. profiles.Select(profile => profile.CreatedAt), DateTimeOffset.MinValue, TestDay]);
        var leaves = Gen.Frequency<FilterNode>(
            (
                6,
                Gen.Select(Gen.OneOf(textPaths), texts.Array[0, 4], (path, values) => (FilterNode)new In(path, values))
            ),
            (
                1,
                Gen.Select(
                    Gen.OneOf(textPaths),
                    texts.Array[101, 130],
                    (path, values) => (FilterNode)new In(path, values)
                )
            ),
            (2, Gen.OneOf(paths).Select(path => (FilterNode)new IsNull(path))),
            (4, Gen.Select(texts, texts.Array[0, 3], (key, values) => (FilterNode)new HasPair(key, values))),
            (4, texts.Array[0, 3].Select(values => (FilterNode)new HasPair("plan", values))),
            (2, texts.Select(key => (FilterNode)new HasPair(key, null))),
            (3, Gen.Select(bounds, bounds, Gen.Int[0, 3], Range))
        );
        return Nested(leaves, 3);
    }

    private static readonly DateTimeOffset TestDay = new(2026, 5, 1, 3, 0, 0, TimeSpan.FromHours(5));

    private static FilterNode Range(DateTimeOffset from, DateTimeOffset to, int ends) =>
        new TimeRange(
            new FieldPath([ProfileSchema.FieldOf(nameof(UserProfile.CreatedAt))]),
            (ends & 1) == 0 ? from : null,
            (ends & 2) == 0 ? to : null
        );

    private static Gen<FilterNode> Nested(Gen<FilterNode> leaves, int depth)
    {
        if (depth == 0)
            return leaves;
        var inner = Nested(leaves, depth - 1);
        return Gen.Frequency<FilterNode>(
            (4, leaves),
            (2, inner.Array[0, 3].Select(nodes => (FilterNode)new AllOf(nodes))),
            (3, inner.Array[0, 3].Select(nodes => (FilterNode)new AnyOf(nodes))),
            (2, inner.Select(node => (FilterNode)new Not(node)))
        );
    }

    private static IEnumerable<string> TextsOf(UserProfile profile) =>
        ProfileColumns
            .All.Select(column => column.ValueOf(profile))
            .OfType<string>()
            .Concat(profile.Metadata.SelectMany(pair => new[] { pair.Key, pair.Value }))
            .Where(text => text.Length > 0);
}
