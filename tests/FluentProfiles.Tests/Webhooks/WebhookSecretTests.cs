namespace FluentProfiles.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    private static readonly SignedMessage Message = SignedMessage.Of();
    private static readonly string Bare = SignedMessage.Secret["whsec_".Length..];

    public static TheoryData<string> Accepted =>
        [SignedMessage.Secret, Bare, $"{SignedMessage.Secret}\n", $" \t{SignedMessage.Secret}\r\n", $"{Bare} "];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Secret_IsAcceptedWithoutPrefixAndWithSpaceAround(string secret) =>
        Assert.Equal("wevt_1", Message.VerifyBy(SignedMessage.Verifier(0, secret)).Id);

    public static TheoryData<string?, string> Refused =>
        new()
        {
            { null, "secrets[1] is null" },
            { "", "secrets[1] is empty" },
            { "  \n", "secrets[1] is empty" },
            { "whsec_", "secrets[1] is empty" },
            { " whsec_ ", "secrets[1] is empty" },
            { "whsec_%%%topsecret", "secrets[1] is not base64" },
            { "whsec_whsec_dG9wc2VjcmV0", "secrets[1] is not base64" },
            { "WHSEC_dG9wc2VjcmV0", "secrets[1] is not base64" },
            { "whsec_dG9w c2VjcmV0", "secrets[1] is not base64" },
            { "whsec_dG9wc2VjcmV0 dG9wc2VjcmV0", "secrets[1] is not base64" },
            { "whsec_dG9wc2VjcmV0MQ", "secrets[1] is not base64" },
            { "whsec_dG9wc2Vj-_V0", "secrets[1] is not base64" },
            { "whsec_====", "secrets[1] is not base64" },
            { "\"whsec_dG9wc2VjcmV0\"", "secrets[1] is not base64" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WrongSecret_ThrowsAndIsNotQuoted(string? secret, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => new WebhookVerifier(SignedMessage.Secret, secret!));

        Assert.Equal("secrets", error.ParamName);
        Assert.StartsWith(message, error.Message);
        Assert.DoesNotContain("topsecret", error.ToString());
        Assert.DoesNotContain("dG9w", error.ToString());
    }

    [Fact]
    public void NoSecret_Throws()
    {
        Assert.Throws<ArgumentException>("secrets", () => new WebhookVerifier());
        Assert.Throws<ArgumentNullException>("secrets", () => new WebhookVerifier(null!));
    }

    [Fact]
    public void SecretsChangedLater_ChangeNothing()
    {
        string[] secrets = [SignedMessage.Secret];
        var verifier = SignedMessage.Verifier(0, secrets);
        secrets[0] = SignedMessage.OtherSecret;

        Assert.Equal("wevt_1", Message.VerifyBy(verifier).Id);
    }
}
