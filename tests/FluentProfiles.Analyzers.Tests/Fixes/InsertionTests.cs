using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Fixes that insert a call find its place however the query is written.</summary>
public sealed class InsertionTests
{
    [Theory]
    [InlineData(
        "var q = AsyncEnumerable.[|Where|](client.Query(), (p, index) => index > 2);",
        "var q = AsyncEnumerable.Where(client.Query().AsAsyncEnumerable(), (p, index) => index > 2);"
    )]
    [InlineData(
        "var q = AsyncEnumerable.[|GroupBy|](keySelector: p => p.Name, source: client.Query());",
        "var q = AsyncEnumerable.GroupBy(keySelector: p => p.Name, source: client.Query().AsAsyncEnumerable());"
    )]
    [InlineData(
        "var all = client.Query().Select(p => p.Name); var n = await System.Linq.AsyncEnumerable.[|Distinct|](all).CountAsync();",
        "var all = client.Query().Select(p => p.Name); var n = await System.Linq.AsyncEnumerable.Distinct(all.AsAsyncEnumerable()).CountAsync();"
    )]
    [InlineData(
        "ProfilesClient? maybe = client; var q = maybe?.Query().[|Distinct|]();",
        "ProfilesClient? maybe = client; var q = maybe?.Query().AsAsyncEnumerable().Distinct();"
    )]
    public Task ForeignOperator_IsPrecededByTheCall(string before, string after) =>
        Verify.FixAsync<ForeignOperatorAnalyzer, ForeignOperatorFixer>(before, after);

    [Theory]
    [InlineData(
        "await foreach (var p in client.Query()) Console.WriteLine(p.Programs.[|Efs|]);",
        "await foreach (var p in client.Query().WithDetails()) Console.WriteLine(p.Programs.Efs);"
    )]
    [InlineData(
        "await foreach (var p in client.Query().Where(p => p.Name != null)) Console.WriteLine(p.Programs.[|Efs|]);",
        "await foreach (var p in client.Query().Where(p => p.Name != null).WithDetails()) Console.WriteLine(p.Programs.Efs);"
    )]
    [InlineData(
        "await foreach (var p in from p in client.Query() where p.Name != null select p) Console.WriteLine(p.Programs.[|Efs|]);",
        "await foreach (var p in from p in client.Query().WithDetails() where p.Name != null select p) Console.WriteLine(p.Programs.Efs);"
    )]
    [InlineData(
        "var q = client.Query(); await foreach (var p in q) Console.WriteLine(p.Programs.[|Efs|]);",
        "var q = client.Query(); await foreach (var p in q.WithDetails()) Console.WriteLine(p.Programs.Efs);"
    )]
    [InlineData(
        "foreach (var p in await client.Query().ToListAsync()) Console.WriteLine(p.Programs.[|Efs|]);",
        "foreach (var p in await client.Query().WithDetails().ToListAsync()) Console.WriteLine(p.Programs.Efs);"
    )]
    public Task FieldOfALoop_IsReadWithDetails(string before, string after) =>
        Verify.FixAsync<FieldOnlyByGetAnalyzer, FieldOnlyByGetFixer>(before, after);

    [Theory]
    [InlineData(
        "var q = client.Query().Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.N != \"\").Where(x => x.P.Programs.[|Efs|] != null);",
        "var q = client.Query().WithDetails().Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.N != \"\").Where(x => x.P.Programs.Efs != null);"
    )]
    [InlineData(
        "var q = client.Query().Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.N != \"\"); q = q.Where(x => x.P.Programs.[|Efs|] != null);",
        "var q = client.Query().WithDetails().Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.N != \"\"); q = q.Where(x => x.P.Programs.Efs != null);"
    )]
    [InlineData(
        "var n = await client.Query().Where(p => p.Name != null).Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.N != \"\").CountAsync(x => x.P.Programs.[|Efs|] != null);",
        "var n = await client.Query().Where(p => p.Name != null).WithDetails().Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.N != \"\").CountAsync(x => x.P.Programs.Efs != null);"
    )]
    [InlineData(
        "var q = client.Query().Select(p => new { P = p }).WhereOnClient(x => x.P.Name != null).Select(x => x.P.Programs.[|Efs|]);",
        "var q = client.Query().Select(p => new { P = p }).WithDetails().WhereOnClient(x => x.P.Name != null).Select(x => x.P.Programs.Efs);"
    )]
    [InlineData(
        "var q = from p in client.Query() let n = p.Name!.Trim() where n != \"\" where p.Programs.[|Efs|] != null select n;",
        "var q = from p in client.Query().WithDetails() let n = p.Name!.Trim() where n != \"\" where p.Programs.Efs != null select n;"
    )]
    [InlineData(
        "var q = client.Query().Select(p => new { P = p, N = p.Name!.Trim() }).Where(x => x.P.Programs.[|Efs|] != null);",
        "var q = client.Query().Select(p => new { P = p, N = p.Name!.Trim() }).WithDetails().Where(x => x.P.Programs.Efs != null);"
    )]
    public async Task FieldBehindASelect_IsReadWithDetailsThatTheQueryTakes(string before, string after)
    {
        await Verify.FixAsync<FieldOnlyByGetAnalyzer, FieldOnlyByGetFixer>(before, after);
        Assert.DoesNotContain(await Diagnoses.OfAsync(after), one => one.Id == "FP0206");
    }
}
