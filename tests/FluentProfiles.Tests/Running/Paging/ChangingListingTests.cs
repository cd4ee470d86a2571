using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Running.Paging;

/// <summary>Scans while profiles come and go and every fifth request fails: what was there throughout comes once.</summary>
public sealed class ChangingListingTests
{
    public static TheoryData<int, bool, bool> Cases
    {
        get
        {
            TheoryData<int, bool, bool> cases = [];
            for (var seed = 1; seed <= 3; seed++)
            {
                cases.Add(seed, false, false);
                cases.Add(seed, true, false);
                cases.Add(seed, false, true);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task WhatWasThereThroughout_ComesOnceInOrder(int seed, bool oldestFirst, bool twoEnded)
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(400),
            emulator =>
                emulator.Faults = new()
                {
                    Seed = seed,
                    Created = 0.5,
                    Deleted = 0.5,
                    Statuses = { [429] = 0.05, [529] = 0.05 },
                    ResetWithin = 0.05,
                    Truncated = 0.05,
                },
            client => (client.MaxRetries, client.TimeProvider) = (20, new JumpingClock())
        );
        var before = Ids(service.Emulator);
        var query = service.Query().WithPageSize(10);
        if (oldestFirst)
            query = query.OrderBy(p => p.CreatedAt);
        if (twoEnded)
            query = query.WithTwoEndedScan();

        var read = await query.Select(p => p.Id).ToListAsync();

        var after = Ids(service.Emulator);
        var throughout = before.Intersect(after).ToArray();
        Assert.InRange(throughout.Length, 300, 399);
        Assert.Equal(read.Distinct(), read);
        Assert.Equal(oldestFirst ? throughout.Reverse() : throughout, read.Intersect(throughout));
    }

    private static string[] Ids(ProfileEmulator emulator) => [.. emulator.Profiles.Select(p => p.Id)];
}
