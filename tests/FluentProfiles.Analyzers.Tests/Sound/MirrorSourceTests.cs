namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>A query over the mirror costs no request, and the mirror sorts by any field.</summary>
public sealed class MirrorSourceTests
{
    // The mirror is in another package, which the rules know by the name of its type.
    private const string Mirror = """
        namespace FluentProfiles
        {
            public sealed class ProfileMirror
            {
                public ProfileQuery<UserProfile> Query(System.TimeSpan? maxStaleness = null) =>
                    ProfileQuery.FromItems(new UserProfile[0]);
            }
        }
        """;

    [Theory]
    [InlineData("await mirror.Query().WithPageSize(10).Take(100).ToListAsync();")]
    [InlineData("await mirror.Query().Skip(20).Take(10).ToListAsync();")]
    [InlineData("await mirror.Query().OrderBy(p => p.ExternalUserDetails.Country).ToListAsync();")]
    [InlineData("await mirror.Query().Where(p => p.Name!.Length > 3).ToListAsync();")]
    [InlineData("await mirror.Query().Where(p => p.Id == \"customer-1\").ToListAsync();")]
    [InlineData("await mirror.Query().GroupBy(p => p.Id).ToListAsync();")]
    [InlineData("await mirror.Query().Where(p => p.EnforcementStatus != EnforcementStatus.Banned).ToListAsync();")]
    [InlineData("var q = mirror.Query(); await q.ToListAsync(); await q.ToListAsync();")]
    [InlineData("if (await mirror.Query().CountAsync() > 0) Console.WriteLine();")]
    [InlineData("foreach (var t in texts) Console.WriteLine((await mirror.Query().ToListAsync()).Count + t);")]
    [InlineData(
        "var q = mirror.Query(maxStaleness: TimeSpan.FromHours(2)).Where(p => p.Name == \"a\"); await q.Skip(1).ToListAsync();"
    )]
    public async Task Cost_IsNotReported(string statements) => Assert.Empty(await IdsOfAsync(statements));

    [Theory]
    [InlineData("await client.Query().WithPageSize(10).Take(100).ToListAsync();", "FP0004")]
    [InlineData("await client.Query().Skip(20).Take(10).ToListAsync();", "FP0005")]
    [InlineData("await client.Query().OrderBy(p => p.ExternalUserDetails.Country).ToListAsync();", "FP0201")]
    [InlineData("await client.Query().Where(p => p.Name!.Length > 3).ToListAsync();", "FP0203")]
    [InlineData("await client.Query().Where(p => p.Id == \"customer-1\").ToListAsync();", "FP0205")]
    [InlineData("await client.Query().GroupBy(p => p.Id).ToListAsync();", "FP0207")]
    [InlineData("await client.Query().Where(p => p.EnforcementStatus != \"banned\").ToListAsync();", "FP0208")]
    [InlineData("var q = client.Query(); await q.ToListAsync(); await q.ToListAsync();", "FP0302")]
    [InlineData("if (await client.Query().CountAsync() > 0) Console.WriteLine();", "FP0303")]
    [InlineData(
        "foreach (var t in texts) Console.WriteLine((await client.Query().ToListAsync()).Count + t);",
        "FP0305"
    )]
    public async Task CostOfTheServiceBesideAMirror_IsReported(string statements, string id) =>
        Assert.Contains(id, await IdsOfAsync(statements));

    [Theory]
    [InlineData("await mirror.Query().Where(p => p.Programs.Efs != null).ToListAsync();", "FP0204")]
    [InlineData("await mirror.Query().Where(p => p.Id == text && p.Programs.Efs != null).ToListAsync();", "FP0204")]
    [InlineData("await mirror.Query().Where(p => p.Metadata[\"a\"] == \"\").ToListAsync();", "FP0205")]
    [InlineData("await mirror.Query().Take(0).ToListAsync();", "FP0003")]
    [InlineData("await mirror.Query().WithPageSize(0).ToListAsync();", "FP0001")]
    [InlineData("await mirror.Query().OrderBy(p => p.Name).OrderBy(p => p.CreatedAt).ToListAsync();", "FP0202")]
    [InlineData("mirror.Query();", "FP0301")]
    public async Task OtherFaults_AreReported(string statements, string id) =>
        Assert.Equal([id], await IdsOfAsync(statements));

    [Fact]
    public async Task FieldOnlyByGet_IsReportedWithoutAFix()
    {
        var reported = Assert.Single(
            await DiagnosesAsync("await mirror.Query().Where(p => p.Programs.Efs != null).ToListAsync();")
        );

        Assert.Empty(reported.AdditionalLocations);
        Assert.Equal(
            "A list never reports Programs.Efs; the mirror holds what lists report, so read the profile with GetAsync of the client",
            reported.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private static async Task<IReadOnlyList<string>> IdsOfAsync(string statements) =>
        [.. (await DiagnosesAsync(statements)).Select(one => one.Id).Distinct()];

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosesAsync(string statements)
    {
        var all = await Diagnoses.OfFileAsync(
            Source.Of(statements, "private static readonly ProfileMirror mirror = new();") + Mirror
        );
        Assert.DoesNotContain(all, one => one.Id.StartsWith("CS", StringComparison.Ordinal));
        return all;
    }
}
