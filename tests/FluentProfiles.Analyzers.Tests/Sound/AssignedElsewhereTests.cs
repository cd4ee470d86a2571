namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>A value that may be assigned elsewhere is unknown, whatever the initializer says.</summary>
public sealed class AssignedElsewhereTests
{
    [Theory]
    [InlineData(
        "class C { readonly int n = 0, m; C(int a, int b) => (n, m) = (a, b); object M(ProfilesClient c) => c.Query().WithPageSize(n); }"
    )]
    [InlineData(
        "class C { readonly int n = 0, m, o; C(int a) { (m, (n, o)) = (a, (a, a)); } object M(ProfilesClient c) => c.Query().WithPageSize(n); }"
    )]
    [InlineData(
        "class C { readonly int n = -1; public int N { get => n; init => n = value; } object M(ProfilesClient c) => c.Query().Take(n); }"
    )]
    [InlineData(
        "class C { readonly int n = -1; public int N { get => n; init { this.n = value; } } object M(ProfilesClient c) => c.Query().Take(n); }"
    )]
    [InlineData(
        "class C { readonly int n = -1; C(string s) { int.TryParse(s, out n); } object M(ProfilesClient c) => c.Query().Skip(n); }"
    )]
    [InlineData(
        "class C { readonly int n = -1; C() { System.Threading.Interlocked.Exchange(ref n, 5); } object M(ProfilesClient c) => c.Query().Skip(n); }"
    )]
    [InlineData(
        "class C { readonly int n = -1; C() { ref var r = ref n; r = 5; } object M(ProfilesClient c) => c.Query().Skip(n); }"
    )]
    [InlineData("class C { readonly int n = -1; C() { (n) = 4; } object M(ProfilesClient c) => c.Query().Skip(n); }")]
    [InlineData(
        "class C { static readonly int n = -1; static C() { (n, _) = (4, 5); } object M(ProfilesClient c) => c.Query().Skip(C.n); }"
    )]
    [InlineData(
        "struct S { readonly int n = -1; public S() { } public void Reset() => this = default; object M(ProfilesClient c) => c.Query().Take(n); }"
    )]
    [InlineData(
        "struct S { readonly int n = -1; public S(bool b) { } static object M(ProfilesClient c) => c.Query().Take(default(S).n); }"
    )]
    [InlineData("class C { static readonly object Q = Profiles.Query().Take(N); static readonly int N = -1; }")]
    [InlineData(
        "class C { static readonly int M = N; static readonly int N = -1; object Q(ProfilesClient c) => c.Query().Skip(M); }"
    )]
    [InlineData(
        "partial class P { readonly int n = 0; object M(ProfilesClient c) => c.Query().WithPageSize(n); } partial class P { P() { n++; } }"
    )]
    public Task Field_IsNotReported(string type) => Unreported.AssertAsync("", type);

    [Theory]
    [InlineData("int n = -1, m; (m, (n, _)) = (1, (2, 3)); var q = client.Query().Take(n).Skip(m);")]
    [InlineData("int n = -1; unsafe { int* at = &n; *at = 5; } var q = client.Query().Take(n);")]
    [InlineData("int n = -1; ref int r = ref n; r = 5; var q = client.Query().Take(n);")]
    [InlineData("int n = -1, m = 0; (flag ? ref n : ref m) = 5; var q = client.Query().Take(n);")]
    [InlineData("int n = -1; void Set() => n = 5; Set(); var q = client.Query().Take(n);")]
    [InlineData(
        "int n = 0; again: if (n > 0) { var q = client.Query().WithPageSize(n); await q.ToListAsync(); return; } n = number; goto again;"
    )]
    [InlineData("int n = -1; System.Runtime.CompilerServices.Unsafe.AsRef(in n) = 5; var q = client.Query().Take(n);")]
    [InlineData("int n = -1; new Span<int>(ref n).Fill(5); var q = client.Query().Take(n);")]
    [InlineData(
        "var betas = new List<AnthropicBeta> { \"user-profiles-2026-08-18\" }; betas[0] = \"user-profiles-billing-2026-10-01\"; var q = client.Query().WithBeta([.. betas]).Select(p => p.ExternalUserDetails);"
    )]
    [InlineData(
        "AnthropicBeta[] betas = [\"user-profiles-2026-03-24\", \"user-profiles-2026-08-18\"]; betas[0] = \"user-profiles-billing-2026-10-01\"; var q = client.Query().WithBeta(betas);"
    )]
    [InlineData(
        "var betas = new AnthropicBeta[] { \"user-profiles-2026-03-24\", \"user-profiles-2026-08-18\" }; Array.Fill(betas, \"user-profiles-billing-2026-10-01\", 0, 1); var q = client.Query().WithBeta(betas);"
    )]
    public Task Local_IsNotReported(string statements) => Unreported.AssertAsync(statements);

    [Theory]
    [InlineData("")]
    [InlineData("default")]
    [InlineData("default(EnforcementStatus)")]
    [InlineData("new EnforcementStatus()")]
    [InlineData("\"\"")]
    [InlineData("(string?)null")]
    [InlineData("None")]
    [InlineData("none")]
    [InlineData("status")]
    [InlineData("new EnforcementStatus(\"\")")]
    [InlineData("(flag ? EnforcementStatus.Banned : default)")]
    public async Task StatusThatMayBeNone_IsNoRejectedFilter(string value)
    {
        var condition =
            value.Length == 0
                ? "new[] { EnforcementStatus.Banned, new EnforcementStatus() }.Contains(p.EnforcementStatus)"
                : $"p.EnforcementStatus == {value}";
        var found = await Diagnoses.OfAsync(
            $"EnforcementStatus none = default; EnforcementStatus status = text; var q = client.Query().WithBeta(\"user-profiles-2026-08-18\").Where(p => {condition});",
            "private static readonly EnforcementStatus None = new();"
        );
        Assert.DoesNotContain(found, one => one.Severity == DiagnosticSeverity.Error);
    }
}
