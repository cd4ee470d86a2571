using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Querying.Sql;

/// <summary>Each filter and order is served by the index that is meant for it, and only some of them with a sort.</summary>
public sealed class QueryPlanTests
{
    private const int Count = 6_000;

    private static readonly FilterNode Rare = new HasPair("seat", ["7"]);
    private static readonly FilterNode Common = new HasPair("plan", ["pro"]);

    private static readonly PlanCase[] Cases =
    [
        new("newest", "CreatedAt_Id"),
        new("behind a page", "CreatedAt_Id") { After = Middle },
        new("between times", "CreatedAt_Id") { Filter = Between },
        new("by name", "NameKey_Id") { OrderBy = "name" },
        new("by name, behind a page", "NameKey_Id") { OrderBy = "name", After = Named },
        new("without a name", "_Id")
        {
            OrderBy = "name",
            After = new(null, "uprof_000100"),
            Sorts = true,
        },
        new("reference", "ReferenceId") { Filter = In("external_user_details.reference_id", "user-77") },
        new("status", "EnforcementStatus") { Filter = In("enforcement_status", "banned") },
        new("status by name", "EnforcementStatus")
        {
            Filter = In("enforcement_status", "banned"),
            OrderBy = "name",
            Sorts = true,
        },
        new("country", "Country") { Filter = In("external_user_details.country", "AT"), Sorts = true },
        new("name", "NameKey") { Filter = In("name", "B0077"), Sorts = true },
        new("id", "Scope_Id") { Filter = In("id", "uprof_000077"), Sorts = true },
        new("ids", "Scope_Id") { Filter = In("id", [.. TestProfiles.Ids(Enumerable.Range(0, 120))]), Sorts = true },
        new("pair", "Key_Value") { Filter = Rare },
        new("pair, behind a page", "Key_Value") { Filter = Rare, After = Middle },
        new("rare pair by name", "Key_Value")
        {
            Filter = Rare,
            OrderBy = "name",
            Sorts = true,
        },
        new("common pair by name", "NameKey_Id") { Filter = Common, OrderBy = "name" },
        new("common pair", "CreatedAt") { Filter = Common },
    ];

    private static FilterNode Between =>
        new TimeRange(PathOf("created_at"), TestProfiles.Start.AddMinutes(70), TestProfiles.Start.AddMinutes(90));

    private static Keyset Middle => new(Microseconds.Of(TestProfiles.Start.AddMinutes(Count / 2)), "uprof_003000");

    private static Keyset Named => new(System.Text.Encoding.UTF8.GetBytes("b0077"), "uprof_000077");

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EachQuery_UsesItsIndex(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.PutAsync(Enumerable.Range(0, Count).Select(One));
        await using var context = database.Context();
        if (kind == DatabaseKind.Postgres)
            await context.Database.ExecuteSqlRawAsync("ANALYZE");
        SqlShape shape = new(context);

        List<string> wrong = [];
        foreach (var one in Cases)
        {
            var plan = await store.ReadInSessionAsync(
                (session, scope, stop) => PlanAsync(session, one.Listing(shape, scope), one.After, stop),
                store.Contexts,
                default
            );
            if (!plan.Contains(one.Index, StringComparison.Ordinal) || (!one.Sorts && Sorts(plan)))
                wrong.Add($"{one.Name}:\n{plan}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    // Equal keys are few, so a sort of what an index gives in order costs nothing.
    private static bool Sorts(string plan) =>
        plan.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
        || plan.Split('\n').Any(line => line.TrimStart(' ', '-', '>').StartsWith("Sort  (", StringComparison.Ordinal));

    private static async Task<string> PlanAsync(
        MirrorSession session,
        ListingSql listing,
        Keyset? after,
        CancellationToken stop
    )
    {
        var query = (await new SqlCommands(session).PlannedAsync(listing, stop)).Page(after, 101);
        await using var command = session.CreateCommand(
            (session.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + query
        );
        for (var i = 0; i < query.Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", query.Values[i]);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<string> lines = [];
        while (await reader.ReadAsync(stop))
            lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    }

    private static UserProfile One(int number)
    {
        var profile = TestProfiles.One(number);
        return profile with
        {
            EnforcementStatus = number % 97 == 0 ? EnforcementStatus.Banned : EnforcementStatus.Unrestricted,
            Metadata = new() { ["plan"] = "pro", ["seat"] = $"{number % 500}" },
            ExternalUserDetails = profile.ExternalUserDetails with { Country = number % 50 == 0 ? "AT" : "US" },
        };
    }

    private static FilterNode In(string path, params string[] values) => new In(PathOf(path), values);

    private static FieldPath PathOf(string name) =>
        new(ProfileColumns.All.Single(column => column.Path == name).Fields);

    /// <param name="Name">What is asked for.</param>
    /// <param name="Index">A part of the name of the index that is meant for it.</param>
    private sealed record PlanCase(string Name, string Index)
    {
        public string OrderBy { get; init; } = "created_at";

        public FilterNode? Filter { get; init; }

        public Keyset? After { get; init; }

        /// <summary>True if the database may sort what the index finds.</summary>
        public bool Sorts { get; init; }

        public ListingSql Listing(SqlShape shape, int scope) =>
            shape.Listing(OrderBy, OrderBy == "created_at", scope, Filter is null ? [] : [Filter]);
    }
}
