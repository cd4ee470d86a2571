namespace FluentProfiles.Analyzers.Tests.Use;

/// <summary>A null that members are called on stays null, and where that ends up as an argument that takes none the compiler's
/// warning of the first member stays.</summary>
public sealed class NullFlowTests
{
    private const string Members = """
        private sealed class Key(string text) { public string Text => text; public bool Is(string other) => other == text; }
        private interface IShape { bool Fits(string text) => text.Length > 2; }
        private sealed class Shape : IShape;
        private static bool Held(string text, string? other = null) => text.Length > 0;
        private static bool Taken(string? text) => text is null;
        private static bool All(params string[] texts) => texts.Length > 0;
        private static bool Some(params string?[] texts) => texts.Length > 0;
        private static bool Any<T>(T value) => value is null;
        private static bool Sure<T>(T value) where T : notnull => value.Equals(value);
        private static bool Number(int number) => number > 0;
        private static readonly System.Func<string, bool> Test = text => text.Length > 0;
        private static readonly Dictionary<string, int> Seats = new();
        """;

    [Theory]
    [InlineData("int.Parse(p.Metadata[\"seat\"].Trim()) > 150")]
    [InlineData("int.Parse((p.Metadata[\"seat\"].Trim())) > 150")]
    [InlineData("int.Parse(p.Metadata[\"seat\"].Trim().ToUpper().Replace(text, text)) > 150")]
    [InlineData("new Uri(p.Metadata[\"u\"].Trim()).IsAbsoluteUri")]
    [InlineData("new Key(p.Name.Trim()).Text == text")]
    [InlineData("new Key(text).Is(p.Name.Trim())")]
    [InlineData("p.Name.StartsWith(p.Metadata[\"x\"].Trim())")]
    [InlineData("p.Id.StartsWith(p.Metadata[\"x\"].Trim(), StringComparison.Ordinal)")]
    [InlineData("p.Id.Replace(oldValue: p.Name.Trim(), newValue: text) == text")]
    [InlineData("p.Metadata[p.Name.Trim()] == text")]
    [InlineData("p.Metadata.ContainsKey(p.Name.Trim())")]
    [InlineData("p.Metadata.GetValueOrDefault(p.Name.Trim()) == text")]
    [InlineData("Seats[p.Name.Trim()] == 1")]
    [InlineData("Seats.ContainsKey(p.Name.Trim())")]
    [InlineData("Held(p.Name.Trim())")]
    [InlineData("Held(text: p.Name.Trim(), other: text)")]
    [InlineData("All(text, p.Name.Trim())")]
    [InlineData("Sure(p.Name.Trim())")]
    [InlineData("Test(p.Name.Trim())")]
    [InlineData("((IShape)new Shape()).Fits(p.Name.Trim())")]
    [InlineData("Held(flag ? p.Name.Trim() : text)")]
    [InlineData("Held(p.Metadata[\"a\"] ?? p.Name.Trim())")]
    [InlineData("Held((string)(object)p.Name.Trim())")]
    [InlineData("Held(p.Name.Length.ToString())")]
    [InlineData("Held(p.Name.Split(' ')[0])")]
    [InlineData("Held(p.Name.Split(' ').First())")]
    [InlineData("p.Id.Length > 3 && (flag || Held(p.Name.Trim()))")]
    [InlineData("texts.Any(one => one.StartsWith(p.Name.Trim()))")]
    [InlineData("p.Id == text ? flag : Held(p.Programs.Cyber.Requirements.ToString().Trim())")]
    public async Task NullThatBecomesAnArgument_DoesNotSuppress(string condition) =>
        Assert.Contains(await WarningsAsync($"var q = client.Query().Where(p => {condition});"), id => id == "CS8602");

    [Theory]
    [InlineData("int.Parse(p.Metadata[\"seat\"].Trim() ?? text) > 150")]
    [InlineData("int.Parse(p.Metadata[\"seat\"].Trim()!) > 150")]
    [InlineData("p.Metadata[\"seat\"] != null && int.Parse(p.Metadata[\"seat\"]!.Trim()) > 150")]
    [InlineData("Number(p.Name.Length)")]
    [InlineData("Math.Abs(p.Name.Trim().Length) > 3")]
    [InlineData("Taken(p.Name.Trim())")]
    [InlineData("Some(text, p.Name.Trim())")]
    [InlineData("Any(p.Name.Trim())")]
    [InlineData("string.IsNullOrEmpty(p.Name.Trim())")]
    [InlineData("string.Concat(p.Name.Trim(), text) == text")]
    [InlineData("string.Format(text, p.Name.Trim()) == text")]
    [InlineData("p.Name.Trim() + text == text")]
    [InlineData("$\"{p.Name.Trim()}\" == text")]
    [InlineData("texts.Contains(p.Name.Trim())")]
    [InlineData("new HashSet<string>(texts).Contains(p.Name.Trim())")]
    [InlineData("p.Name.Trim().Any(letter => letter == 'a')")]
    [InlineData("p.Name.Trim().StartsWith(text)")]
    [InlineData("!p.Name.Trim().StartsWith(text)")]
    [InlineData("(flag ? p.Name.Trim() : text) == text")]
    [InlineData("p.Name.Split(' ').Length > 2 && p.Name.Split(' ')[0] == text")]
    [InlineData("p.ExternalUserDetails.OnboardedAt.Value.Year == 2026")]
    [InlineData("p.CreatedAt.AddDays(p.Name.Length) > p.ExternalUserDetails.OnboardedAt.Value")]
    [InlineData("p.Metadata[\"s\"].Trim() == p.EnforcementStatus.ToString()")]
    [InlineData("p.EnforcementStatus == p.Metadata[\"s\"].Trim()")]
    public async Task NullThatDoesNoHarm_Suppresses(string condition) =>
        Assert.Empty(await WarningsAsync($"var q = client.Query().Where(p => {condition});"));

    [Theory]
    [InlineData("var q = client.Query().Select(p => new Key(p.Name.Trim()));", true)]
    [InlineData("var q = client.Query().Select(p => new { Seat = int.Parse(p.Metadata[\"seat\"].Trim()) });", true)]
    [InlineData("var q = client.Query().Select(p => new { Name = p.Name.Trim(), p.Name.Length });", false)]
    [InlineData("var q = from p in client.Query() select int.Parse(p.Metadata[\"seat\"].Trim());", true)]
    [InlineData("var q = from p in client.Query() let n = p.Name.Trim() where n.Length > 3 select n;", false)]
    [InlineData("_ = await client.Query().AnyAsync(p => Held(p.Name.Trim()));", true)]
    [InlineData("_ = await client.Query().ToDictionaryAsync(p => p.Id, p => new Key(p.Name.Trim()));", true)]
    [InlineData("var q = client.Query().Take(9).OrderBy(p => int.Parse(p.Metadata[\"seat\"].Trim()));", true)]
    [InlineData("_ = await given.ExecuteUpdateAsync(c => c.SetName(p => text.Insert(0, p.Name.Trim())));", true)]
    public async Task EveryExpressionOfAQuery_IsHeldToTheSame(string statement, bool isReported) =>
        Assert.Equal(isReported ? ["CS8602"] : [], (await WarningsAsync(statement)).Where(id => id == "CS8602"));

    private static Task<IEnumerable<string>> WarningsAsync(string statement) =>
        NullWarnings.OfAsync(statement, Members);
}
