using FluentProfiles.Mirror.References;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>What is read at once does not grow with the profiles that have one reference.</summary>
public sealed class ManyProfilesTests
{
    private const int Guests = 1_050;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReferenceOfManyProfiles_IsFoundByItsOldestOnes(DatabaseKind kind)
    {
        await using var service = await WithGuestsAsync(kind);

        var found = await service.Mirror.References.Claims.ReadAsync(
            (reader, token) => reader.FindManyAsync(["user-1", "guest", "none", "a"], token),
            default
        );

        string[] guests = [.. service.IdsOf("guest").Reverse().Take(ReferenceReader.Most)];
        Assert.Equal(
            [
                (0, TestProfiles.IdOf(1)),
                .. guests.Select(id => (1, id)),
                .. service.IdsOf("a").Reverse().Select(id => (3, id)),
            ],
            found
        );
        var many = await service.Mirror.FindManyAsync(["guest", "a"]);
        Assert.Equal((guests[0], ReferenceReader.Most - 1), (many["guest"].Id, many["guest"].Duplicates));
        Assert.Equal((service.IdsOf("a")[^1], 2), (many["a"].Id, many["a"].Duplicates));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task DuplicatesOfAReferenceOfManyProfiles_AreReadApartFromOthers(DatabaseKind kind)
    {
        await using var service = await WithGuestsAsync(kind);
        List<string[]> parts = [];
        string? after = null;
        do
        {
            var place = after;
            var (part, last) = await service.Mirror.References.Claims.ReadAsync(
                (reader, token) => reader.DuplicatesAsync(place, service.Mirror.Store.Rows, token),
                default
            );
            parts.Add([.. part.Select(duplicate => $"{duplicate.Reference} {duplicate.Profiles.Count}")]);
            after = last;
        } while (after is not null);

        Assert.Equal<string[]>(
            [
                ["a 3", "b 3"],
                [$"guest {Guests}"],
                ["y 3", "z 3"],
                [],
            ],
            parts
        );
        var all = await service.Mirror.DuplicatesAsync().ToListAsync();
        Assert.Equal(["a", "b", "guest", "y", "z"], all.Select(duplicate => duplicate.Reference));
        Assert.Equal(service.IdsOf("guest").Reverse(), all[2].Profiles.Select(profile => profile.Id));
    }

    private static async Task<MirroredService> WithGuestsAsync(DatabaseKind kind)
    {
        var service = await ReadyService.StartAsync(kind);
        var number = 0;
        foreach (var reference in (string[])["a", "b", "y", "z"])
        {
            for (var i = 0; i < 3; i++)
                Add(reference);
        }
        for (var i = 0; i < Guests; i++)
            Add("guest");
        await service.Mirror.ResetAsync();
        await service.Mirror.RefreshAsync();
        return service;

        void Add(string reference)
        {
            var at = TestProfiles.Start.AddDays(1).AddSeconds(number++);
            service.Emulator.Add(
                new()
                {
                    CreatedAt = at,
                    UpdatedAt = at,
                    ExternalUserDetails = new() { ReferenceId = reference },
                }
            );
        }
    }
}
