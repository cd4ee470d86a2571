using System.Security.Cryptography;
using FluentProfiles.Resume;

namespace FluentProfiles.Tests.Query;

/// <summary>A token passes through the hands of whoever calls a web endpoint, and its checksum is no secret.</summary>
public sealed class ForgedTokenTests
{
    [Fact]
    public async Task AnyByteChanged_IsRefusedBeforeARequest()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service
            .Query()
            .WithPageSize(10)
            .Where(p => p.CreatedAt < DateTimeOffset.UtcNow)
            .Skip(2)
            .Take(20)
            .Select(p => p.Id);
        var content = Content((await query.ToPageAsync(7)).ResumeToken!);
        service.Emulator.ClearRequests();

        for (var i = 0; i < content.Length; i++)
        {
            foreach (byte mask in new byte[] { 0x01, 0x80, 0xff })
            {
                var forged = content.ToArray();
                forged[i] ^= mask;
                await Assert.ThrowsAsync<ArgumentException>(async () =>
                    await query.ResumeFrom(Signed(forged)).ToListAsync()
                );
            }
        }
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void TokenOfAnotherVersion_SaysSo()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            ProfileQuery.FromItems([]).ResumeFrom(Signed([1, 2, 3, 4, 5, 6, 7, 8, 9]))
        );

        Assert.Contains("another version", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Content(string token) => Base64Text.Decode(token)[..^4];

    private static string Signed(byte[] content) =>
        Base64Text.Encode([.. content, .. SHA256.HashData(content).AsSpan(0, 4)]);
}
