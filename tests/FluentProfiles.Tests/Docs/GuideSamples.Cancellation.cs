namespace FluentProfiles.Tests.Docs;

public sealed partial class GuideSamples
{
    [Fact]
    public async Task Token_CancelsTheRun()
    {
        using CancellationTokenSource source = new();
        var cancellationToken = source.Token;

        #region guide-cancel
        var banned = client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        var count = await banned.CountAsync(cancellationToken);
        await foreach (var profile in banned.WithCancellation(cancellationToken))
            Console.WriteLine(profile.Id);
        #endregion

        Assert.Equal(emulator.Profiles.Count(p => p.EnforcementStatus == EnforcementStatus.Banned), count);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => banned.CountAsync(cancellationToken).AsTask());
    }
}
