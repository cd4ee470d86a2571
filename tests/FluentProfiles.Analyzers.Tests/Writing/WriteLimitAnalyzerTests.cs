using System.Globalization;

namespace FluentProfiles.Analyzers.Tests.Writing;

public sealed class WriteLimitAnalyzerTests
{
    // A text of as many characters, as a literal.
    private static string Text(int length) => $"\"{new string('x', length)}\"";

    private static string Pairs(int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(index => $"[\"k{index.ToString(CultureInfo.InvariantCulture)}\"] = text, ")
        );

    public static TheoryData<string> Beyond =>
        [
            $"var w = new NewProfile {{ Name = [|{Text(256)}|] }};",
            $"var w = new ProfileChanges {{ Name = [|{Text(256)}|] }};",
            $"var w = new ProfileChanges(); w.Name = [|{Text(256)}|];",
            $"const string name = {Text(256)}; var w = new NewProfile {{ Name = [|name|] }};",
            $"var w = new NewProfile {{ Name = [|{Text(200)} + {Text(56)}|] }};",
            "var w = new NewProfile { ExternalId = [|\"\"|] };",
            $"var w = new NewProfile {{ ExternalUserDetails = new() {{ ReferenceId = [|{Text(256)}|] }} }};",
            "var w = new NewProfile { ExternalUserDetails = new() { Country = [|\"Germany\"|] } };",
            "var w = new NewProfile { ExternalUserDetails = new() { Country = [|\"de\"|] } };",
            $"var w = new NewProfile {{ Metadata = new() {{ [[|{Text(65)}|]] = text, [\"b\"] = [|{Text(513)}|] }} }};",
            "var w = new NewProfile { Metadata = new() { [\"a\"] = [|\"\"|] } };",
            "var w = new NewProfile { Metadata = new() { [[|\"\"|]] = text } };",
            $"var w = new ProfileChanges {{ Metadata = new() {{ [[|{Text(65)}|]] = Change.Clear }} }};",
            "var w = new ProfileChanges { Metadata = new() { [\"a\"] = [|\"\"|] } };",
            $"var w = new ProfileChanges {{ Metadata = {{ [\"a\"] = [|{Text(513)}|] }} }};",
            $"var w = new ProfileChanges {{ Metadata = new ProfileMap<string> {{ [\"a\"] = [|{Text(513)}|] }} }};",
            $"const string name = {Text(256)}; var w = new ProfileChanges {{ ExternalId = [|name|] }};",
            "var r = await given.ExecuteUpdateAsync(c => c.SetMetadata(text, [|\"\"|]));",
            $"var w = new ProfileChanges {{ Metadata = new() {{ {Pairs(16)} [|[\"last\"] = text|] }} }};",
            $"var r = await given.ExecuteUpdateAsync(c => c.SetName([|{Text(256)}|]));",
            $"var r = await given.ExecuteUpdateAsync(c => c.SetMetadata([|{Text(65)}|], [|{Text(513)}|]));",
            $"var r = await given.ExecuteUpdateAsync(c => c.SetMetadata(value: p => p.Name, key: [|{Text(65)}|]));",
            "var r = await given.ExecuteUpdateAsync(c => c.RemoveMetadata([|\"\"|]));",
            "var r = await given.PreviewUpdateAsync(c => c.Set(p => p.ExternalUserDetails.Country, [|\"deu\"|]));",
        ];

    public static TheoryData<string> Within =>
        [
            $"var w = new NewProfile {{ Name = {Text(255)}, ExternalId = {Text(255)} }};",
            "var w = new NewProfile { Name = null, ExternalUserDetails = new() { Country = \"DE\", ReferenceId = text } };",
            $"var w = new NewProfile {{ Name = \"{string.Concat(Enumerable.Repeat("\U0001F600", 255))}\" }};",
            "var w = new NewProfile { Name = \"\" };",
            $"var w = new NewProfile {{ Metadata = new() {{ [{Text(64)}] = {Text(512)} }} }};",
            $"var w = new NewProfile {{ Metadata = new() {{ {Pairs(16)} }} }};",
            "var w = new ProfileChanges { Name = Change.Clear, Metadata = new() { [\"a\"] = Change.Clear } };",
            $"var w = new ProfileChanges {{ Name = {Text(255)}, Metadata = {{ [{Text(64)}] = {Text(512)} }} }};",
            "var w = new ProfileChanges { Name = Change.SetOrLeave(text), ExternalId = flag ? text : Change.Clear };",
            $"var r = await given.ExecuteUpdateAsync(c => c.ClearName().SetMetadata({Text(64)}, \"a\").Clear(p => p.ExternalId));",
            "var r = await given.ExecuteUpdateAsync(c => c.SetName(p => flag ? Change.Clear : p.Name!.Trim()));",
            "var r = await given.ExecuteUpdateAsync(c => c.SetName(p => p.Name!.Trim()).SetMetadata(text, text));",
            $"var p = new UserProfile {{ Name = {Text(300)}, Metadata = new() {{ [{Text(65)}] = {Text(600)} }} }};",
            $"var name = {Text(300)}; if (flag) name = text; var w = new NewProfile {{ Name = name }};",
        ];

    [Theory]
    [MemberData(nameof(Beyond))]
    public Task BeyondLimits_Triggers(string statements) => Verify.AnalyzerAsync<WriteLimitAnalyzer>(statements);

    [Theory]
    [MemberData(nameof(Within))]
    public Task WithinOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<WriteLimitAnalyzer>(statements);

    [Theory]
    [InlineData("var made = new NewProfile { Name = text, ExternalId = \"\" }; made.ExternalId = text;")]
    [InlineData("var made = new NewProfile { Name = text, ExternalId = \"\" }; if (flag) made.ExternalId = text;")]
    [InlineData("var made = new NewProfile(); made.ExternalId = \"\"; made.ExternalId = text;")]
    [InlineData("NewProfile made; made = new() { ExternalId = \"\" }; made.ExternalId ??= text;")]
    [InlineData("var made = new NewProfile { ExternalId = \"\" }; (made.ExternalId, number) = (text, 1);")]
    [InlineData("var made = new NewProfile { ExternalId = \"\" }; Action set = () => made.ExternalId = text; set();")]
    [InlineData(
        "var made = new NewProfile { ExternalUserDetails = new() { Country = \"x\" } }; made.ExternalUserDetails = new() { Country = \"DE\" };"
    )]
    [InlineData(
        "var made = new NewProfile { Metadata = new() { [\"a\"] = \"\" } }; made.Metadata = new() { [\"a\"] = text };"
    )]
    public Task ValueThatIsReplaced_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<WriteLimitAnalyzer>($"{statements} await client.CreateAsync(made);");

    [Theory]
    [InlineData("var made = new ProfileChanges { Metadata = { [\"a\"] = \"\" } }; made.Metadata[\"a\"] = text;")]
    [InlineData(
        "var made = new ProfileChanges { Metadata = new() { [\"a\"] = \"\" } }; var pairs = made.Metadata; pairs[\"a\"] = text;"
    )]
    public Task PairThatIsReplaced_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<WriteLimitAnalyzer>($"{statements} await client.UpdateAsync(text, made);");

    [Theory]
    [InlineData("var made = new NewProfile { ExternalId = \"\" }; Fill(made); await client.CreateAsync(made);")]
    [InlineData("var made = new NewProfile { ExternalId = \"\" }; var same = made; await client.CreateAsync(same);")]
    [InlineData("NewProfile Make() => new() { ExternalId = \"\" }; await client.CreateAsync(Make());")]
    [InlineData("void Set(NewProfile made) => made.ExternalId = \"\"; Set(new());")]
    [InlineData("await client.CreateManyAsync(texts.Select(t => new NewProfile { Name = t, ExternalId = \"\" }));")]
    [InlineData("Fill(new() { ExternalId = \"\" });")]
    [InlineData("var made = Shared; made.ExternalId = \"\"; await client.CreateAsync(made);")]
    public async Task ValueThatOtherCodeMayReplace_IsAWarning(string statements)
    {
        var found = await Diagnoses.OfAsync(
            statements,
            "private static readonly NewProfile Shared = new(); private static void Fill(NewProfile made) => made.ExternalId = \"a\";"
        );
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(found, one => one.Id == "FP0402").Severity);
    }

    [Theory]
    [InlineData("await client.CreateAsync(new() { ExternalId = \"\" });")]
    [InlineData("var made = new NewProfile { ExternalId = \"\" }; made.Name = text; await client.CreateAsync(made);")]
    [InlineData("var made = new NewProfile(); if (flag) made.ExternalId = \"\"; await client.CreateAsync(made);")]
    [InlineData(
        "var made = new NewProfile { ExternalId = \"\" }; Console.WriteLine(made.ExternalId); await client.CreateAsync(made);"
    )]
    public async Task ValueThatIsWritten_IsAnError(string statements) =>
        Assert.Equal(
            DiagnosticSeverity.Error,
            Assert.Single(await Diagnoses.OfAsync(statements), one => one.Id == "FP0402").Severity
        );

    [Theory]
    [InlineData("Germany")]
    [InlineData("de")]
    [InlineData("")]
    [InlineData("D\u00c4")]
    public async Task Country_IsReportedInTheWordsOfTheRunTime(string country)
    {
        using var client = new ProfilesClient(new ProfilesClientOptions { ApiKey = "key" });
        var refusal = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await client.CreateAsync(new() { ExternalUserDetails = new() { Country = country } })
        );

        var found = await Diagnoses.OfAsync(
            $"var w = new NewProfile {{ ExternalUserDetails = new() {{ Country = \"{country}\" }} }};"
        );

        var message = Assert.Single(found, one => one.Id == "FP0402").GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal("Country must be two capital letters, an ISO 3166-1 code such as DE", message);
        Assert.StartsWith($"ExternalUserDetails.{message}.", refusal.Message);
    }
}
