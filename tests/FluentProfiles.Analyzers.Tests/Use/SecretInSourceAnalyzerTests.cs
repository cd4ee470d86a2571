using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class SecretInSourceAnalyzerTests
{
    [Theory]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = [|\"sk-ant-api03-x\"|] };")]
    [InlineData("var o = new ProfilesClientOptions(); o.AuthToken = [|\"sk-ant-\" + \"oat01-x\"|];")]
    [InlineData("const string key = \"sk-ant-x\"; var o = new ProfilesClientOptions { ApiKey = [|key|] };")]
    [InlineData("var key = \"sk-ant-x\"; Action<ProfilesClientOptions> f = o => o.ApiKey = [|key|];")]
    public Task Secret_Triggers(string statements) => Verify.AnalyzerAsync<SecretInSourceAnalyzer>(statements);

    [Theory]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = text };")]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"X\") };")]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = \"test-key\", BaseUrl = \"sk-ant-x\" };")]
    [InlineData("var s = \"sk-ant-x\";")]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = \"sk-ant-...\" };")]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = \"sk-ant-<your key>\", AuthToken = \"sk-ant-\" };")]
    [InlineData("var o = new ProfilesClientOptions { ApiKey = \"sk-ant-\" + text };")]
    public Task NoSecret_DoesNotTrigger(string statements) => Verify.AnalyzerAsync<SecretInSourceAnalyzer>(statements);

    [Fact]
    public Task Secret_FixesToEnvironment() =>
        Verify.FixAsync<SecretInSourceAnalyzer, SecretInSourceFixer>(
            "var o = new ProfilesClientOptions { ApiKey = [|\"sk-ant-x\"|], AuthToken = [|\"sk-ant-y\"|] };",
            "var o = new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\"), AuthToken = Environment.GetEnvironmentVariable(\"ANTHROPIC_AUTH_TOKEN\") };"
        );
}
