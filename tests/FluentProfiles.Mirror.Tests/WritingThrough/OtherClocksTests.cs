using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.WritingThrough;

/// <summary>Two processes share a mirror, and their clocks differ by seconds, hours and days, both ways.</summary>
public sealed class OtherClocksTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APageFromBeforeAWriteOfAnotherProcess_DoesNotTakeItBack(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await ForEachPairAsync(
            service,
            async (passing, writing, number) =>
            {
                foreach (var place in (int[])[number, number + 1])
                {
                    using var client = writing.Client.WithMirror(writing);
                    Behind(
                        service,
                        request => request.Contains('?'),
                        async () =>
                        {
                            await client.UpdateAsync(TestProfiles.IdOf(20 + place), new() { Name = "Written" });
                            await client.DeleteAsync(TestProfiles.IdOf(60 + place));
                            await client.CreateAsync(new() { Name = "Created" });
                        }
                    );

                    _ = place == number ? await passing.RefreshAsync() : await passing.RefreshNewAsync();

                    await service.AssertIsSameAsync();
                }
            }
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingFromBeforeAWriteOfAnotherProcess_DoesNotTakeItBack(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await ForEachPairAsync(
            service,
            async (reading, writing, number) =>
            {
                using var client = writing.Client.WithMirror(writing);
                var (changed, deleted) = (TestProfiles.IdOf(20 + number), TestProfiles.IdOf(60 + number));
                Behind(
                    service,
                    request => request.EndsWith(deleted, StringComparison.Ordinal),
                    async () =>
                    {
                        await client.UpdateAsync(changed, new() { Name = "Written" });
                        await client.DeleteAsync(deleted);
                    }
                );

                await reading.Readings.ReadAsync([changed, deleted], also: null, default);

                await service.AssertIsSameAsync();
            }
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALookFromBeforeAWriteOfAnotherProcess_DoesNotTakeItBack(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await ForEachPairAsync(
            service,
            async (looking, writing, number) =>
            {
                using var client = writing.Client.WithMirror(writing);
                Behind(
                    service,
                    request => request.Contains('?'),
                    async () =>
                    {
                        await client.UpdateAsync(TestProfiles.IdOf(20 + number), new() { Name = "Written" });
                        await client.DeleteAsync(TestProfiles.IdOf(60 + number));
                    }
                );

                var made = await looking.GetOrCreateAsync($"customer-{number}", () => new() { Name = "Made" });
                var found = await writing.GetOrCreateAsync($"customer-{number}", () => new() { Name = "Another" });

                Assert.Equal((true, false), (made.WasCreated, found.WasCreated));
                Assert.Equal(made.Id, found.Id);
                await service.AssertIsSameAsync();
            }
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WritesOfTwoProcesses_AreInTheMirrorWhenTheirCallsReturn(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await ForEachPairAsync(
            service,
            async (one, another, number) =>
            {
                using var first = one.Client.WithMirror(one);
                using var second = another.Client.WithMirror(another);
                var created = await first.CreateAsync(new() { Name = "Created" });
                await service.AssertIsSameAsync();
                await second.UpdateAsync(created.Id, new() { Name = "By the second" });
                await service.AssertIsSameAsync();
                await first.UpdateAsync(created.Id, new() { Name = "By the first" });
                await service.AssertIsSameAsync();
                await second.DeleteAsync(created.Id);
                await service.AssertIsSameAsync();
            }
        );
        Assert.Empty(await service.MarkedAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APass_SeesChangesThatWereMadeAfterWritesOfAnotherProcess(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await ForEachPairAsync(
            service,
            async (passing, writing, number) =>
            {
                using var client = writing.Client.WithMirror(writing);
                var (changed, removed) = (TestProfiles.IdOf(20 + number), TestProfiles.IdOf(60 + number));
                await client.UpdateAsync(changed, new() { Name = "Written" });
                await client.UpdateAsync(removed, new() { Name = "Written" });
                service.Emulator.OpenEnforcementAction(changed, new() { Type = EnforcementActionType.Ban });
                service.Emulator.Remove(removed);

                var report = await passing.RefreshAsync();

                Assert.Equal((0, 1, 1), (report.Added, report.Changed, report.Removed));
                await service.AssertIsSameAsync();
            }
        );
    }

    /// <summary>Runs a test with the mirror and another one for each difference of clocks, in both roles.</summary>
    /// <param name="service">The service, and the mirror with the right clock.</param>
    /// <param name="test">Its last argument is an even number of its own.</param>
    private static async Task ForEachPairAsync(
        MirroredService service,
        Func<ProfileMirror, ProfileMirror, int, Task> test
    )
    {
        var number = 0;
        foreach (var difference in OtherClock.Differences)
        {
            await using var other = await service.OpenAnotherAsync(new OtherClock { Ahead = difference });
            using var _ = other.Client;
            await test(service.Mirror, other, number);
            await test(other, service.Mirror, number + 2);
            number += 4;
        }
    }

    /// <summary>Does something behind the next answer to a GET, before it arrives.</summary>
    private static void Behind(MirroredService service, Func<string, bool> isOf, Func<Task> action) =>
        service.Emulator.BeforeResponse = async (request, _) =>
        {
            if (request.Method != "GET" || !isOf(request.PathAndQuery))
                return;
            service.Emulator.BeforeResponse = null;
            await action();
        };
}
