using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Practice;

public sealed class TokenNotPassedAnalyzerTests
{
    [Theory]
    [InlineData("[|client.Query()|]")]
    [InlineData("[|given|]")]
    [InlineData("[|given.Where(p => p.Name != null).Take(5)|]")]
    [InlineData("[|from p in client.Query() where p.Name != null select p|]")]
    [InlineData("[|given.ConfigureAwait(false)|]")]
    [InlineData("[|client.Query().AsAsyncEnumerable()|]")]
    [InlineData("[|client.Query().AsAsyncEnumerable().Where(p => p.Name != null)|]")]
    [InlineData("[|given.AsPages()|]")]
    [InlineData("[|(IAsyncEnumerable<UserProfile>)given|]")]
    [InlineData("[|flag ? given : client.Query()|]")]
    public Task TokenInScope_Triggers(string sequence) =>
        Verify.AnalyzerAsync<TokenNotPassedAnalyzer>("", Method($"await foreach (var item in {sequence}) {{ }}"));

    [Theory]
    [InlineData("given.WithCancellation(ct)")]
    [InlineData("given.WithCancellation(ct).ConfigureAwait(false)")]
    [InlineData("given.ConfigureAwait(false).WithCancellation(ct)")]
    [InlineData("given.WithCancellation(CancellationToken.None)")]
    [InlineData("given.WithCancellation(default)")]
    [InlineData("given.AsAsyncEnumerable().Where(p => p.Name != null).WithCancellation(ct)")]
    [InlineData("ProfileQuery.FromItems([]).Take(5)")]
    [InlineData("new[] { 1 }.ToAsyncEnumerable()")]
    [InlineData("client.Query().FullJoinAsync(texts, t => t, p => p.Name, cancellationToken: ct)")]
    public Task PassedOrNoQuery_DoesNotTrigger(string sequence) =>
        Verify.AnalyzerAsync<TokenNotPassedAnalyzer>("", Method($"await foreach (var item in {sequence}) {{ }}"));

    [Theory]
    [InlineData("Func<Task> f = async () => { await foreach (var p in [|given|]) { } };")]
    [InlineData("Func<CancellationToken, Task> f = async stop => { await foreach (var p in [|given|]) { } };")]
    [InlineData("var q = given.Take(5); await foreach (var p in [|q|]) { }")]
    [InlineData("IAsyncEnumerable<UserProfile> q = given.Take(5); await foreach (var p in [|q|]) { }")]
    [InlineData("async Task Inner() { await foreach (var p in [|given|]) { } } await Inner();")]
    [InlineData(
        "async IAsyncEnumerable<string> Ids() { await foreach (var p in [|given|]) yield return p.Id; } var ids = Ids();"
    )]
    public Task InAnyFunction_Triggers(string statements) =>
        Verify.AnalyzerAsync<TokenNotPassedAnalyzer>("", Method(statements));

    [Theory]
    [InlineData("Func<ProfileQuery<UserProfile>, Task> f = static async q => { await foreach (var p in q) { } };")]
    [InlineData(
        "static async Task Inner(ProfileQuery<UserProfile> q) { await foreach (var p in q) { } } await Inner(given);"
    )]
    [InlineData("try { } catch (OperationCanceledException) { await foreach (var p in given) { } }")]
    [InlineData("try { } finally { await foreach (var p in given) { } }")]
    public Task OutOfScopeOrCleanUp_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<TokenNotPassedAnalyzer>("", Method(statements));

    [Theory]
    [InlineData("await foreach (var p in given) { }")]
    [InlineData("var ct = CancellationToken.None; await foreach (var p in given) { }")]
    [InlineData("CancellationToken ct = default; await foreach (var p in given) { }")]
    [InlineData("await foreach (var p in given) { } using var s = new CancellationTokenSource(); var ct = s.Token;")]
    [InlineData("Func<int, CancellationToken, Task> f = async (_, _) => { await foreach (var p in given) { } };")]
    public Task NoToken_DoesNotTrigger(string statements) => Verify.AnalyzerAsync<TokenNotPassedAnalyzer>(statements);

    [Fact]
    public Task NotPassed_FixesToWithCancellation() =>
        Verify.FixAsync<TokenNotPassedAnalyzer, TokenNotPassedFixer>(
            "",
            "",
            Method(
                """
                await foreach (var p in [|client.Query()
                    .Where(p => p.Name != null) // named
                    .Take(5)|] /* five */)
                    Console.WriteLine(p.Id);
                await foreach (var id in [|from p in given select p.Id|]) { }
                await foreach (var p in [|given.ConfigureAwait(false)|]) { }
                await foreach (var (a, b) in [|given.AsAsyncEnumerable().Select(p => (p.Id, p.Name))|]) { }
                await foreach (var p in [|flag ? given : client.Query()|])
                    await foreach (UserProfile other in [|given|]) { }
                """
            ),
            membersAfter: Method(
                """
                await foreach (var p in client.Query()
                    .Where(p => p.Name != null) // named
                    .Take(5).WithCancellation(ct) /* five */)
                    Console.WriteLine(p.Id);
                await foreach (var id in (from p in given select p.Id).WithCancellation(ct)) { }
                await foreach (var p in given.ConfigureAwait(false).WithCancellation(ct)) { }
                await foreach (var (a, b) in given.AsAsyncEnumerable().Select(p => (p.Id, p.Name)).WithCancellation(ct)) { }
                await foreach (var p in (flag ? given : client.Query()).WithCancellation(ct))
                    await foreach (UserProfile other in given.WithCancellation(ct)) { }
                """
            )
        );

    [Theory]
    [InlineData("using var source = new CancellationTokenSource(); var token = source.Token;", "token")]
    [InlineData("CancellationToken @event = new(flag);", "@event")]
    public Task LocalToken_Fixes(string declaration, string token) =>
        Verify.FixAsync<TokenNotPassedAnalyzer, TokenNotPassedFixer>(
            declaration + "await foreach (var p in [|given|]) { }",
            declaration + $"await foreach (var p in given.WithCancellation({token})) {{ }}"
        );

    [Theory]
    [InlineData(
        "using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct); await foreach (var p in [|given|]) { }"
    )]
    [InlineData("var other = new CancellationToken(flag); await foreach (var p in [|given|]) { }")]
    public Task SeveralTokens_DoNotFix(string statements) =>
        Verify.FixAsync<TokenNotPassedAnalyzer, TokenNotPassedFixer>("", "", Method(statements));

    private static string Method(string statements) =>
        $$"""
            public static async Task WithTokenAsync(
                ProfilesClient client, ProfileQuery<UserProfile> given, string[] texts, bool flag, CancellationToken ct)
            {
                await Task.CompletedTask;
                {{statements}}
            }
            """;
}
