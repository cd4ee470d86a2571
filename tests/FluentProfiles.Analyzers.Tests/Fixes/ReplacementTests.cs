using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Fixes that replace an expression fit into what surrounds it.</summary>
public sealed class ReplacementTests
{
    [Theory]
    [InlineData(
        "async Task<bool> Any() { return([|await client.Query().CountAsync() > 0|]); }",
        "async Task<bool> Any() { return(await client.Query().AnyAsync()); }"
    )]
    [InlineData(
        "async Task<bool> Any() { return[|(await client.Query().CountAsync()) > 0|]; }",
        "async Task<bool> Any() { return await client.Query().AnyAsync(); }"
    )]
    [InlineData(
        "async Task<bool> None() { return[|(await client.Query().ToListAsync()).Count == 0|]; }",
        "async Task<bool> None() { return!await client.Query().AnyAsync(); }"
    )]
    public Task Count_FixesToAny(string before, string after) =>
        Verify.FixAsync<CountInsteadOfAnyAnalyzer, CountInsteadOfAnyFixer>(before, after);

    [Theory]
    [InlineData(
        "Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\") ?? [|\"sk-ant-x\"|]",
        "Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\")"
    )]
    [InlineData(
        "System.Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\") ?? [|\"sk-ant-x\"|]",
        "Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\")"
    )]
    [InlineData(
        "Environment.GetEnvironmentVariable(\"OUR_KEY\") ?? [|\"sk-ant-x\"|]",
        "Environment.GetEnvironmentVariable(\"OUR_KEY\") ?? Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\")"
    )]
    [InlineData("flag ? [|\"sk-ant-x\"|] : \"sk-ant-y\"", "Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\")")]
    [InlineData(
        "flag ? text : [|\"sk-ant-x\"|]",
        "flag ? text : Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\")"
    )]
    public Task SecretBesideAnotherValue_IsReadOnce(string before, string after) =>
        Verify.FixAsync<SecretInSourceAnalyzer, SecretInSourceFixer>(
            $"var o = new ProfilesClientOptions {{ ApiKey = {before} }};",
            $"var o = new ProfilesClientOptions {{ ApiKey = {after} }};"
        );

    // The local would be left over, which the compiler warns of.
    [Fact]
    public Task SecretInALocal_DoesNotFix()
    {
        const string Statements =
            "const string key = \"sk-ant-x\"; var o = new ProfilesClientOptions { ApiKey = [|key|] };";
        return Verify.FixAsync<SecretInSourceAnalyzer, SecretInSourceFixer>(Statements, Statements);
    }

    [Theory]
    [InlineData("private enum Environment { Test }", "System.Environment")]
    [InlineData("private static string Environment => \"\";", "System.Environment")]
    [InlineData("private sealed class System { } private sealed class Environment { }", "global::System.Environment")]
    [InlineData("private static int environment;", "Environment")]
    public Task Secret_IsReadFromTheSystemsEnvironment(string members, string type) =>
        Verify.FixAsync<SecretInSourceAnalyzer, SecretInSourceFixer>(
            "var o = new ProfilesClientOptions { ApiKey = [|\"sk-ant-x\"|] };",
            $"var o = new ProfilesClientOptions {{ ApiKey = {type}.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\") }};",
            members
        );
}
