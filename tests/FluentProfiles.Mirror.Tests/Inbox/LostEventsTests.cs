using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Inbox;

public sealed class LostEventsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(14, 60, false)]
    [InlineData(16, 60, true)]
    [InlineData(16, 10, false)]
    [InlineData(16, null, false)]
    public void ALateEvent_ShowsThatOthersMayBeLost(int minutes, int? statusesAge, bool isShown) =>
        Assert.Equal(
            isShown,
            LostEvents.ShownBy(
                Now - TimeSpan.FromMinutes(minutes),
                Now,
                statusesAge is { } age ? Now - TimeSpan.FromMinutes(age) : null
            )
        );

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AGapBetweenPasses_AsksForTheStatusesOnce(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var lost = inbox.Service.Mirror.LostEvents;

        Assert.False(await IsAskedAfterAsync(lost, null, minutes: 1));
        Assert.False(await IsAskedAfterAsync(lost, 5, minutes: 1));
        Assert.False(await IsAskedAfterAsync(lost, 11, minutes: 4));
        Assert.True(await IsAskedAfterAsync(lost, 6, minutes: 1));
        var asked = await lost.AskedAsync(CancellationToken.None);
        Assert.True(await IsAskedAfterAsync(lost, 60, minutes: 1));
        await lost.SettleAsync(asked!, CancellationToken.None);

        Assert.Null(await lost.AskedAsync(CancellationToken.None));
        Assert.Equal(0, (await inbox.ReadAsync()).Read);
    }

    [Theory]
    [OnSqlite]
    public async Task AnEventThatComesLate_AsksForTheStatuses(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var lost = inbox.Service.Mirror.LostEvents;
        var asOf = (await inbox.Service.Mirror.GetStatusAsync()).StatusesAsOf!.Value;

        // What was changed before the last pass is in.
        await inbox.ReceiveAsync("before", TestProfiles.IdOf(1), asOf - TimeSpan.FromHours(1));
        Assert.Null(await lost.AskedAsync(CancellationToken.None));
        await inbox.Service.Mirror.Store.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.StatusesAsOf = asOf - TimeSpan.FromHours(2);
                writer.SaveScope();
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        await inbox.ReceiveAsync("late", TestProfiles.IdOf(2), asOf - TimeSpan.FromHours(1));

        Assert.NotNull(await lost.AskedAsync(CancellationToken.None));
        Assert.Equal(2, (await inbox.ReadAsync()).Read);
    }

    private static async Task<bool> IsAskedAfterAsync(LostEvents lost, int? gap, int minutes)
    {
        await lost.NotePassAsync(
            gap is { } passed ? Now - TimeSpan.FromMinutes(passed) : null,
            Now,
            TimeSpan.FromMinutes(minutes),
            CancellationToken.None
        );
        return await lost.AskedAsync(CancellationToken.None) is not null;
    }
}
