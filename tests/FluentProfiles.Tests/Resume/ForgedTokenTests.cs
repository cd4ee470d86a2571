using System.Security.Cryptography;
using FluentProfiles.Resume;

namespace FluentProfiles.Tests.Resume;

/// <summary>A token passes through the hands of whoever calls a web endpoint, and its checksum is no secret.
/// <c>FLUENTPROFILES_TOKENS</c> sets how many are tried.</summary>
[Collection(AloneCollection.Name)]
public sealed class ForgedTokenTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \t\n.é";

    [Fact]
    public async Task ChangedToken_IsRefusedBeforeARequestInLinearWork()
    {
        using TokenQueries queries = new();
        var tokens = await TokensAsync(queries);
        Random random = new(20261128);
        queries.Emulator.ClearRequests();

        for (var number = 0; number < Scale.Of("FLUENTPROFILES_TOKENS", 20_000); number++)
        {
            var (name, token) = tokens[random.Next(tokens.Count)];
            var forged = Changed(token, tokens[random.Next(tokens.Count)].Token, random);
            // Tokens begin alike, so that pieces of two can be one of them, and one of another query may be this one's, too.
            if (forged.Length > 0 && !tokens.Exists(real => real.Token == forged))
                AssertRefused(queries.All[name], forged, $"{number}: {name} {forged}");
        }

        Assert.Empty(queries.Emulator.Requests);
    }

    [Fact]
    public void LongToken_IsRefusedInLinearWork()
    {
        foreach (var length in new[] { 1_000, 100_000, 1_000_000 })
        {
            AssertRefused(ProfileQuery.FromItems([]), new string('A', length), $"{length} letters");
            AssertRefused(ProfileQuery.FromItems([]), Signed(new byte[length]), $"{length} bytes");
        }
    }

    [Fact]
    public void TokenOfAnotherVersion_SaysSo()
    {
        foreach (byte version in new byte[] { 0, 1, 2, 4, 255 })
        {
            var refusal = Assert.Throws<ArgumentException>(() =>
                ProfileQuery.FromItems([]).ResumeFrom(Signed([version, 2, 3, 4, 5, 6, 7, 8, 9]))
            );

            Assert.Contains("another version", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TokenOfEveryOtherQuery_IsRefused()
    {
        using TokenQueries queries = new();
        var tokens = await TokensAsync(queries);
        queries.Emulator.ClearRequests();

        foreach (var (name, token) in tokens)
        {
            foreach (var (other, query) in queries.All)
            {
                // WithDetails changes what is read of a profile, not which profiles come.
                if (other != name && !(other is "everything" or "details" && name is "everything" or "details"))
                    AssertRefused(query, token, $"{name} for {other}");
            }
        }

        Assert.Empty(queries.Emulator.Requests);
    }

    private static async Task<List<(string Name, string Token)>> TokensAsync(TokenQueries queries)
    {
        List<(string, string)> tokens = [];
        foreach (var (name, query) in queries.All)
        {
            string? token = null;
            foreach (var size in new[] { 1, 7, 2 })
            {
                token = (await query.ToPageAsync(size, token)).ResumeToken;
                if (token is not null)
                    tokens.Add((name, token));
            }
        }
        return tokens;
    }

    private static string Changed(string token, string other, Random random)
    {
        var content = Base64Text.Decode(token)[..^4];
        return random.Next(8) switch
        {
            0 => With(token, random.Next(token.Length), Alphabet[random.Next(Alphabet.Length)]),
            1 => token[..random.Next(token.Length)],
            2 => token[..random.Next(token.Length)] + other[random.Next(other.Length)..],
            3 => token.Insert(random.Next(token.Length), Alphabet[random.Next(Alphabet.Length)].ToString()),
            4 => token.Replace('-', '+').Replace('_', '/') + new string('=', random.Next(1, 4)),
            // The checksum is right in the others: only what it covers is wrong.
            5 => Signed(Flipped(content, random)),
            6 => Signed([.. content, .. RandomNumberGenerator.GetBytes(random.Next(1, 64))]),
            _ => Signed([
                .. content[..random.Next(content.Length)],
                .. Base64Text.Decode(other).AsSpan(random.Next(20))[..^4],
            ]),
        };
    }

    private static string With(string token, int index, char letter) => token[..index] + letter + token[(index + 1)..];

    private static byte[] Flipped(byte[] content, Random random)
    {
        var flipped = content.ToArray();
        for (var times = random.Next(1, 5); times > 0; times--)
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped.AsSpan().SequenceEqual(content) ? [.. content, 0] : flipped;
    }

    private static void AssertRefused(ProfileQuery<UserProfile> query, string token, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var page = Task.FromException<ProfilePage<UserProfile>>(new InvalidOperationException());
        try
        {
            page = query.ToPageAsync(20, token).AsTask();
        }
        catch (ArgumentException)
        {
            // Damaged: the call itself says so.
            page = Task.FromException<ProfilePage<UserProfile>>(new ArgumentException(""));
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(page.IsFaulted && page.Exception!.InnerException is ArgumentException, what);
        Assert.True(allocated < 200_000 + (20 * token.Length), $"{allocated} bytes for {what}");
    }

    private static string Signed(byte[] content) =>
        Base64Text.Encode([.. content, .. SHA256.HashData(content).AsSpan(0, 4)]);
}
