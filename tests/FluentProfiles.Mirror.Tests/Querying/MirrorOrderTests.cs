using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Model.Schema;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class MirrorOrderTests
{
    // Letters of both cases, beyond ASCII and beyond the basic plane; PostgreSQL's own collation would sort them otherwise.
    private static readonly string?[] Names =
    [
        "b",
        "B",
        "a",
        "A",
        "ab",
        "_a",
        "[",
        "é",
        "É",
        "e\u0301",
        "",
        " ",
        "\uff5e",
        "\ud83d\ude00",
        "ı",
        "I",
        "i",
        null,
        null,
        null,
        "a'b",
        "%",
        "Z",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EachKey_SortsAsTheClientDoesPageByPage(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(80).Select(Varied));

        foreach (var descending in new[] { false, true })
        {
            await CheckAsync(mirror, descending, "name", p => p.Name);
            await CheckAsync(mirror, descending, "updated_at", p => p.UpdatedAt);
            await CheckAsync(mirror, descending, "created_at", p => p.CreatedAt);
            await CheckAsync(mirror, descending, "id", p => p.Id);
            await CheckAsync(mirror, descending, "enforcement_status", p => p.EnforcementStatus);
            await CheckAsync(mirror, descending, "access_type", p => p.AccessType);
            await CheckAsync(mirror, descending, "external_user_details.country", p => p.ExternalUserDetails.Country);
            await CheckAsync(
                mirror,
                descending,
                "external_user_details.reference_id",
                p => p.ExternalUserDetails.ReferenceId
            );
            await CheckAsync(
                mirror,
                descending,
                "external_user_details.onboarded_at",
                p => p.ExternalUserDetails.OnboardedAt
            );
            await CheckAsync(
                mirror,
                descending,
                "external_user_details.entity_type",
                p => p.ExternalUserDetails.EntityType
            );
            await CheckAsync(mirror, descending, "programs.cyber.status", p => p.Programs.Cyber!.Status);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task LongNames_AreSortedByTheirFirstCharactersAndFoundWhole(DatabaseKind kind)
    {
        string[] names = [new('x', 10_000), new string('x', 10_000) + "y", new('a', 600), new string('é', 5_000)];
        await using var mirror = await TestMirror.OfAsync(
            kind,
            TestProfiles.Many(4).Select((profile, i) => profile with { Name = names[i] })
        );

        Assert.Equal(
            TestProfiles.Ids([1]),
            await mirror.Query().Where(p => p.Name == names[1]).Select(p => p.Id).ToListAsync()
        );
        Assert.Equal(
            TestProfiles.Ids([2, 0, 1, 3]),
            await mirror.Query().OrderBy(p => p.Name).WithPageSize(1).Select(p => p.Id).ToListAsync()
        );
    }

    private static async Task CheckAsync<TKey>(
        TestMirror mirror,
        bool descending,
        string path,
        System.Linq.Expressions.Expression<Func<UserProfile, TKey>> key
    )
    {
        var query = descending ? mirror.Query().OrderByDescending(key) : mirror.Query().OrderBy(key);
        var order = new FieldPath(ProfileColumns.All.Single(column => column.Path == path).Fields).Ordering;
        var byId = descending
            ? mirror.Profiles.OrderByDescending(p => p.Id, StringComparer.Ordinal)
            : mirror.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal);
        string[] expected = [.. order.Sort(byId, descending).Select(p => p.Id)];

        Assert.Equal(path, query.Explain().OrderBy);
        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(expected, await query.WithPageSize(7).Select(p => p.Id).ToListAsync());
        Assert.Equal(
            expected.Skip(31).Take(40),
            await query.Skip(31).Take(40).WithPageSize(9).Select(p => p.Id).ToListAsync()
        );
        List<string> paged = [];
        string? token = null;
        do
        {
            var page = await query.ToPageAsync(11, token);
            paged.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
        } while (token is not null);
        Assert.Equal(expected, paged);
    }

    private static UserProfile Varied(UserProfile profile, int number) =>
        profile with
        {
            Name = Names[number % Names.Length],
            CreatedAt = TestProfiles.Start.AddMinutes(number / 4),
            UpdatedAt = TestProfiles.Start.AddMinutes(number * 7 % 13),
            EnforcementStatus = (number % 3) switch
            {
                0 => "Banned",
                1 => default,
                _ => EnforcementStatus.Banned,
            },
            ExternalUserDetails = new()
            {
                Country =
                    number % 5 == 0 ? null
                    : number % 2 == 0 ? "de"
                    : "DE",
                ReferenceId = Names[number * 3 % Names.Length],
                OnboardedAt = number % 4 == 0 ? null : TestProfiles.Start.AddHours(number % 6),
                EntityType = number % 2 == 0 ? EntityType.Individual : default,
            },
            Programs = number % 3 == 0 ? new() : new() { Cyber = new() { Status = ProgramStatus.Active } },
        };
}
