using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Tests.Querying.Sql;

public sealed class ListingSqlTests
{
    private const int Scope = 3;

    private const string Columns = "SELECT p.\"Json\", p.\"Id\", ";

    private const string FromProfiles = " FROM \"MirroredProfile\" AS p WHERE p.\"Scope\" = @p0";

    [Fact]
    public void FirstPage_ComesInTheOrderOfItsIndex() =>
        AssertIs(
            $"{Columns}p.\"CreatedAt\"{FromProfiles} ORDER BY p.\"CreatedAt\" DESC, p.\"Id\" DESC LIMIT 101",
            [Scope],
            SqlShape.Sqlite.Listing("created_at", true, Scope).Page(null, 101)
        );

    [Fact]
    public void NextPage_StartsBehindTheLastProfile()
    {
        const string expected =
            $"{Columns}p.\"CreatedAt\"{FromProfiles} AND p.\"CreatedAt\" >= @p1 AND (p.\"CreatedAt\" > @p1 OR p.\"Id\" > @p2)"
            + " ORDER BY p.\"CreatedAt\", p.\"Id\" LIMIT 101";

        AssertIs(
            expected,
            [Scope, 17L, "uprof_7"],
            SqlShape.Postgres.Listing("created_at", false, Scope).Page(new(17L, "uprof_7"), 101)
        );
    }

    [Fact]
    public void OrderByName_ReadsNamesFirstAndThenTheProfilesWithout()
    {
        var listing = SqlShape.Sqlite.Listing("name", true, Scope);
        byte[] key = [97];

        AssertIs(
            $"{Columns}p.\"NameKey\"{FromProfiles} AND p.\"NameKey\" >= @p1 ORDER BY p.\"NameKey\" DESC, p.\"Id\" DESC LIMIT 11",
            [Scope, Array.Empty<byte>()],
            listing.Page(null, 11)
        );
        AssertIs(
            $"{Columns}p.\"NameKey\"{FromProfiles} AND p.\"NameKey\" >= @p1 AND p.\"NameKey\" <= @p2 AND (p.\"NameKey\" < @p2 OR p.\"Id\" < @p3)"
                + " ORDER BY p.\"NameKey\" DESC, p.\"Id\" DESC LIMIT 11",
            [Scope, Array.Empty<byte>(), key, "uprof_7"],
            listing.Page(new(key, "uprof_7"), 11)
        );
        AssertIs(
            $"{Columns}p.\"NameKey\"{FromProfiles} AND p.\"NameKey\" IS NULL ORDER BY p.\"Id\" DESC LIMIT 4",
            [Scope],
            listing.Page(new(null, null), 4)
        );
        AssertIs(
            $"{Columns}p.\"NameKey\"{FromProfiles} AND p.\"NameKey\" IS NULL AND p.\"Id\" < @p1 ORDER BY p.\"Id\" DESC LIMIT 11",
            [Scope, "uprof_7"],
            listing.Page(new(null, "uprof_7"), 11)
        );
    }

    [Fact]
    public void OrderByAText_IsWithoutTheCaseOfAsciiLetters()
    {
        AssertIs(
            $"{Columns}lower(p.\"Country\"){FromProfiles} AND lower(p.\"Country\") >= @p1 ORDER BY lower(p.\"Country\"), p.\"Id\" LIMIT 11",
            [Scope, ""],
            SqlShape.Sqlite.Listing("external_user_details.country", false, Scope).Page(null, 11)
        );
        AssertIs(
            $"{Columns}lower(p.\"Country\" COLLATE \"C\"){FromProfiles} AND lower(p.\"Country\" COLLATE \"C\") >= @p1"
                + " ORDER BY lower(p.\"Country\" COLLATE \"C\"), p.\"Id\" LIMIT 11",
            [Scope, ""],
            SqlShape.Postgres.Listing("external_user_details.country", false, Scope).Page(null, 11)
        );
    }

    [Fact]
    public void Skip_KeepsProfilesWithoutAValueLast() =>
        AssertIs(
            $"{Columns}p.\"OnboardedAt\"{FromProfiles} ORDER BY p.\"OnboardedAt\" IS NULL, p.\"OnboardedAt\" DESC, p.\"Id\" DESC LIMIT 11 OFFSET @p1",
            [Scope, 40],
            SqlShape.Sqlite.Listing("external_user_details.onboarded_at", true, Scope).PageBehind(40, 11)
        );

    [Fact]
    public void MetadataPair_IsJoinedAndGivesTheTimeOfCreation()
    {
        const string expected =
            $"{Columns}m0.\"CreatedAt\" FROM \"MirroredProfile\" AS p INNER JOIN \"MirroredMetadata\" AS m0 ON m0.\"Profile\" = p.\"Key\""
            + " WHERE p.\"Scope\" = @p0 AND m0.\"Scope\" = @p0 AND m0.\"Key\" = @p1 AND m0.\"Value\" = @p2 AND (m0.\"CreatedAt\" >= @p3)"
            + " ORDER BY m0.\"CreatedAt\" DESC, p.\"Id\" DESC LIMIT 51";

        AssertIs(
            expected,
            [Scope, "plan", "pro", 0L],
            SqlShape
                .Sqlite.Listing(
                    "created_at",
                    true,
                    Scope,
                    new TimeRange(PathOf("created_at"), DateTimeOffset.UnixEpoch, null),
                    new HasPair("plan", ["pro"])
                )
                .Page(null, 51)
        );
    }

    [Fact]
    public void SeveralPairs_AreJoinedEach()
    {
        const string expected =
            "SELECT COUNT(*) FROM \"MirroredProfile\" AS p INNER JOIN \"MirroredMetadata\" AS m0 ON m0.\"Profile\" = p.\"Key\""
            + " INNER JOIN \"MirroredMetadata\" AS m1 ON m1.\"Profile\" = p.\"Key\" WHERE p.\"Scope\" = @p0"
            + " AND m0.\"Scope\" = @p0 AND m0.\"Key\" = @p1 AND m0.\"Value\" IN (@p2, @p3) AND m1.\"Scope\" = @p0 AND m1.\"Key\" = @p4";

        AssertIs(
            expected,
            [Scope, "plan", "pro", "team", "seat"],
            SqlShape
                .Postgres.Listing(
                    "created_at",
                    true,
                    Scope,
                    new HasPair("plan", ["pro", "team"]),
                    new HasPair("seat", null)
                )
                .Count()
        );
    }

    [Fact]
    public void Condition_NamesNullWhereItIsNegated()
    {
        var country = PathOf("external_user_details.country");
        FilterNode isGerman = new In(country, ["DE"]);

        AssertConditionIs("p.\"Country\" = @p1", isGerman);
        AssertConditionIs("p.\"Country\" IN (@p1, @p2)", new In(country, ["DE", "AT"]));
        AssertConditionIs("(p.\"Country\" IS NULL OR NOT (p.\"Country\" = @p1))", new Not(isGerman));
        AssertConditionIs(
            "(p.\"UpdatedAt\" < @p1)",
            new Not(new TimeRange(PathOf("updated_at"), DateTimeOffset.UnixEpoch, null))
        );
        AssertConditionIs("p.\"Country\" IS NOT NULL", new Not(new IsNull(country)));
        AssertConditionIs("1 = 0", new IsNull(PathOf("updated_at")));
        AssertConditionIs("1 = 0", new In(country, []));
        AssertConditionIs("1 = 1", new Not(new HasPair("plan", [])));
        AssertConditionIs(
            "(p.\"OnboardedAt\" IS NULL OR p.\"OnboardedAt\" < @p1 OR p.\"OnboardedAt\" > @p2)",
            new Not(
                new TimeRange(
                    PathOf("external_user_details.onboarded_at"),
                    DateTimeOffset.UnixEpoch,
                    DateTimeOffset.UnixEpoch.AddMicroseconds(5)
                )
            )
        );
        AssertConditionIs(
            "((p.\"Country\" IS NULL OR NOT (p.\"Country\" = @p1)) AND p.\"Country\" IS NOT NULL)",
            new Not(new AnyOf([isGerman, new IsNull(country)]))
        );
    }

    [Fact]
    public void Name_IsFoundByTheBytesThatItIsSortedBy() =>
        AssertConditionIs("p.\"NameKey\" = @p1 AND p.\"Name\" = @p2", new In(PathOf("name"), ["Ada"]));

    [Fact]
    public void NestedPair_IsReadFirstOnSqliteAndLookedUpOnPostgres()
    {
        FilterNode either = new AnyOf([new HasPair("plan", ["pro"]), new IsNull(PathOf("name"))]);

        AssertConditionIs(
            "(p.\"Key\" IN (SELECT n.\"Profile\" FROM \"MirroredMetadata\" AS n WHERE n.\"Scope\" = @p0 AND n.\"Key\" = @p1 AND n.\"Value\" = @p2)"
                + " OR p.\"Name\" IS NULL)",
            either
        );
        AssertConditionIs(
            "(EXISTS (SELECT 1 FROM \"MirroredMetadata\" AS n WHERE n.\"Profile\" = p.\"Key\" AND n.\"Key\" = @p1 AND n.\"Value\" = @p2)"
                + " OR p.\"Name\" IS NULL)",
            either,
            SqlShape.Postgres
        );
        AssertConditionIs(
            "NOT EXISTS (SELECT 1 FROM \"MirroredMetadata\" AS n WHERE n.\"Profile\" = p.\"Key\" AND n.\"Key\" = @p1)",
            new Not(new HasPair("plan", null))
        );
    }

    [Fact]
    public void LargeSet_IsOneParameter()
    {
        string[] ids = [.. Enumerable.Range(0, 101).Select(number => $"uprof_{number}")];
        FilterNode condition = new In(PathOf("id"), ids);

        AssertConditionIs("p.\"Id\" IN (SELECT value FROM json_each(@p1))", condition);
        AssertConditionIs("p.\"Id\" = ANY(@p1)", condition, SqlShape.Postgres);
        Assert.Equal(ids, SqlShape.Postgres.Listing("created_at", true, Scope, condition).Count().Values[1]);
    }

    private static void AssertConditionIs(string expected, FilterNode condition, SqlShape? shape = null) =>
        Assert.Equal(
            $"SELECT COUNT(*){FromProfiles} AND {expected}",
            (shape ?? SqlShape.Sqlite).Listing("created_at", true, Scope, condition).Count().ToString()
        );

    private static void AssertIs(string expected, object[] values, SqlQuery actual)
    {
        Assert.Equal(expected, actual.ToString());
        Assert.Equal(values, actual.Values);
    }

    private static FieldPath PathOf(string name) =>
        new(ProfileColumns.All.Single(column => column.Path == name).Fields);
}
