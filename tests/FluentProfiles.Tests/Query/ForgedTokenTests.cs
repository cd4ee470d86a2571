using System.Security.Cryptography;
using FluentProfiles.Execution;

namespace FluentProfiles.Tests.Query;

/// <summary>A token passes through the hands of whoever calls a web endpoint, and its checksum is no secret.</summary>
public sealed class ForgedTokenTests
{
    [Fact]
    public async Task AnyByteChanged_IsRefusedOrStaysWithinTheQuery()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service
            .Query()
            .WithPageSize(10)
            .Where(p => p.CreatedAt < DateTimeOffset.UtcNow)
            .Skip(2)
            .Take(20)
            .Select(p => p.Id);
        var allowed = TestProfiles.Newest(30, 30).ToHashSet();
        var content = Content((await query.ToPageAsync(7)).ResumeToken!);

        for (var i = 0; i < content.Length; i++)
        {
            foreach (byte mask in new byte[] { 0x01, 0x80, 0xff })
            {
                var forged = content.ToArray();
                forged[i] ^= mask;
                var ids = await ReadAsync(query, Signed(forged));
                Assert.True(ids.Count <= 20 && allowed.IsSupersetOf(ids), $"byte {i}: {ids.Count} ids");
            }
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public void CountThatPromisesTooMuch_IsRefusedWithoutRoomForIt(int count)
    {
        var writer = new TokenWriter();
        writer.Bytes.Write((byte)2);
        writer.Write(new ResumePoint(new(1, 2, ApiRevision.Current, default, 3)));
        // The last three bytes say: no Skip or Take, nothing examined, no far end.
        var content = writer.ToArray()[..^3];
        var more = new TokenWriter();
        more.Bytes.Write7BitEncodedInt(count);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<ArgumentException>(() =>
            ProfileQuery.FromItems([]).ResumeFrom(Signed([.. content, .. more.ToArray()]))
        );

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public async Task LongerTake_GivesNoMoreThanTheQueryAllows()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().Take(10).Select(p => p.Id);
        var point = ResumeToken.Read((await query.ToPageAsync(4)).ResumeToken!, "token");

        var forged = ResumeToken.Write(point with { Countdowns = [1_000_000] });

        Assert.Equal(10, (await query.ResumeFrom(forged).ToListAsync()).Count);
    }

    [Fact]
    public void TokenOfAnotherVersion_SaysSo()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            ProfileQuery.FromItems([]).ResumeFrom(Signed([1, 2, 3, 4, 5, 6, 7, 8, 9]))
        );

        Assert.Contains("another version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FarEndOfAnOrderThatHasNone_IsRefused()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().OrderBy(p => p.Name);
        var point = ResumeToken.Read((await query.ToPageAsync(4)).ResumeToken!, "token");

        var forged = ResumeToken.Write(point with { Far = new(null, ScanEdge.None, ScanEdge.None) });

        await Assert.ThrowsAsync<ArgumentException>(async () => await query.ResumeFrom(forged).ToListAsync());
    }

    private static async Task<IReadOnlyCollection<string>> ReadAsync(ProfileQuery<string> query, string token)
    {
        try
        {
            return await query.ResumeFrom(token).ToListAsync();
        }
        catch (Exception refusal) when (refusal is ArgumentException or ProfilesInvalidRequestException)
        {
            // The library or the service has noticed.
            return [];
        }
    }

    private static byte[] Content(string token) => Base64Text.Decode(token)[..^4];

    private static string Signed(byte[] content) =>
        Base64Text.Encode([.. content, .. SHA256.HashData(content).AsSpan(0, 4)]);
}
