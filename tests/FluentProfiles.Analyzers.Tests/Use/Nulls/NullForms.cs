namespace FluentProfiles.Analyzers.Tests.Use.Nulls;

/// <summary>Ways of writing a member of something that may be null, in and around queries. Each is the body of a method that
/// runs.</summary>
internal static class NullForms
{
    // The conditions and selectors stand in an expression of a query; {0} is one of them.
    private static readonly string[] Conditions =
    [
        "p.Name.Length > 3",
        "!p.Name.StartsWith(\"B\")",
        "(p.Name).Trim().Length > 3",
        "p.Metadata[\"a\"].Trim().Length > 1",
        "p.Programs.Cyber.Status == \"x\"",
        "p.Programs.Cyber.Requirements.ToString().Length > 0",
        "p.ExternalUserDetails.OnboardedAt.Value.Year == 2026",
        "p.ExternalUserDetails.OnboardedAt.Value > DateTimeOffset.UnixEpoch",
        "(p.ExternalUserDetails.OnboardedAt).Value.AddDays(1) > DateTimeOffset.UnixEpoch",
        "(DateTimeOffset)p.ExternalUserDetails.OnboardedAt > DateTimeOffset.UnixEpoch",
        "DateTimeOffset.Compare(p.ExternalUserDetails.OnboardedAt.Value, DateTimeOffset.UnixEpoch) > 0",
        "int.Parse(p.Metadata[\"a\"].Trim()) > 1",
        "int.Parse((p.Metadata[\"a\"]).Trim()) > 1",
        "int.Parse(p.Metadata[\"a\"]) > 1",
        "new Key(p.Name.Trim()) + new Key(\"a\") == null",
        "(Key)p.Name.Trim() == null",
        "p.Name.Key() + Absent.Key == null",
        // Lambdas over other sequences.
        "Others.Any(one => one.Name.Length > 3)",
        "Others.Any(one => one.Name.Length > p.Id.Length)",
        "Others.Any(one => p.Name.Length > one.Name.Length)",
        "Others.Select(one => one.Name.Trim()).Contains(p.Name)",
        "Others.OrderBy(one => one.Name.Length).First().Id == p.Id",
        "Others.Where(one => one.Name.Trim().StartsWith(p.Id)).Any()",
        "Others.Where(one => p.Id.StartsWith(one.Name.Trim())).Any()",
        "Others.ToDictionary(one => one.Name.Trim()).ContainsKey(p.Id)",
        "Others.ToLookup(one => one.Name.Trim()).Contains(p.Id)",
        "(from one in Others where one.Name.Length > 3 select one).Any()",
        "(from one in Others from other in Others where one.Name.Length > other.Name.Length + p.Id.Length select one).Any()",
        "(from one in Others group one by one.Name.Length into g where g.First().Name.Length > 3 select g.Key).Any()",
        "Array.Exists(Others, one => one.Name.Length > 3)",
        "Others.ToList().Exists(one => one.Name.Length > p.Id.Length)",
        "Others.ToList().TrueForAll(one => one.Name.Length > 3)",
        "Others.AsQueryable().Any(one => one.Name.Length > 3)",
        "Others.AsQueryable().Any(one => one.Name.Length > p.Id.Length)",
        "(from one in Others.AsQueryable() where one.Name.Length > 3 select one).Any()",
        "((Func<UserProfile, bool>)(one => one.Name.Length > 3))(p)",
        // What is captured, and null.
        "Absent.Texts.Contains(p.Id)",
        "Absent.Texts.Any(one => one == p.Id)",
        "Absent.Texts.Any()",
        "Absent.Texts.Length > 0",
        "Absent.Texts[0] == p.Id",
        "Absent.Texts.Select(one => one.Trim()).Contains(p.Id)",
        "Absent.List.Contains(p.Id)",
        "Absent.List.Count > 0",
        "Absent.List[0] == p.Id",
        "Absent.List.Exists(one => one == p.Id)",
        "Absent.Map[\"a\"] == p.Id",
        "Absent.Map.ContainsKey(p.Id)",
        "Absent.Text.Length > 1",
        "Absent.Text.Trim() == p.Id",
        "Absent.Time.Value > p.CreatedAt",
        "p.CreatedAt > Absent.Time.Value.AddDays(-1)",
        "p.Id.Contains(Absent.Text)",
        "p.Id.StartsWith(Absent.Text.Trim())",
        "Array.IndexOf(Absent.Texts, p.Id) > 0",
        "Array.Exists(Absent.Texts, one => one == p.Id)",
        "string.Join(\",\", Absent.Texts) == p.Id",
        "new HashSet<string>(Absent.Texts).Contains(p.Id)",
        "Enumerable.Contains(Absent.Texts, p.Id)",
        "Texts.Intersect(Absent.Texts).Any()",
        "Texts.Union(Absent.Texts).Contains(p.Id)",
        "Absent.Test(p.Id)",
    ];

    // How an expression is handed to a query; {0} is a lambda's body.
    private static readonly string[] Ways =
    [
        "return await client.Query().Where(p => {0}).ToListAsync();",
        "return await (from p in client.Query() where {0} select p.Id).ToListAsync();",
    ];

    private static readonly string[] Whole =
    [
        // Where the lambda stands.
        "return await client.Query().Where((p => p.Name.Length > 3)).ToListAsync();",
        "return await client.Query().Where((Expression<Func<UserProfile, bool>>)(p => p.Name.Length > 3)).ToListAsync();",
        "return await client.Query().Where(flag ? p => p.Name.Length > 3 : p => p.Name.Length > 4).ToListAsync();",
        "return await client.Query().Where(flag ? (p => p.Name.Length > 3) : (Expression<Func<UserProfile, bool>>)(p => p.Name.Length > 4)).ToListAsync();",
        "return await client.Query().Where(Absent.Condition ?? (p => p.Name.Length > 3)).ToListAsync();",
        "return await client.Query().Where(flag switch { true => p => p.Name.Length > 4, _ => p => p.Name.Length > 3 }).ToListAsync();",
        "return await client.Query().Where(predicate: p => p.Name.Length > 3).ToListAsync();",
        "Expression<Func<UserProfile, bool>> big = p => p.Name.Length > 3; return await client.Query().Where(big).ToListAsync();",
        "Expression<Func<UserProfile, bool>> big = (p => p.Name.Length > 3); await client.Query().AnyAsync(big); return await client.Query().Where(big).CountAsync();",
        "Expression<Func<UserProfile, bool>> big; if (flag) big = p => p.Name.Length > 4; else big = p => p.Name.Length > 3; return await client.Query().AllAsync(big);",
        "Expression<Func<UserProfile, int>> size = p => p.Name.Length; return await client.Query().Take(9).OrderBy(size).ToListAsync();",
        "Expression<Func<UserProfile, DateTimeOffset>> time = p => p.ExternalUserDetails.OnboardedAt.Value; return await client.Query().MaxAsync(time);",
        "Expression<Func<UserProfile, bool>> big = p => p.Name.Length > 3; return big.Compile()(new UserProfile());",
        "Expression<Func<UserProfile, bool>> big = p => p.Name.Length > 3; return Others.AsQueryable().Count(big);",
        "Expression<Func<UserProfile, bool>> big = p => p.Name.Length > 3; await client.Query().AnyAsync(big); return Others.Any(big.Compile());",
        "Expression<Func<UserProfile, bool>> big = p => p.Name.Length > 3; var same = big; return same.Compile()(new UserProfile());",
        "Func<UserProfile, bool> big = p => p.Name.Length > 3; return await client.Query().Where(p => big(p)).ToListAsync();",
        "Func<UserProfile, bool> big = p => p.Name.Length > 3; return await client.Query().WhereOnClient(big).ToListAsync();",
        "bool Big(UserProfile p) => p.Name.Length > 3; return await client.Query().WhereOnClient(Big).ToListAsync();",
        "return await client.Query().Where(IsBig).ToListAsync();",
        "return Others.Any(IsCompiled.Compile());",
        // Methods that take expressions.
        "return await client.Query().Big(p => p.Name.Length > 3).ToListAsync();",
        "return await client.Query().Bigger(p => p.Name.Length > 3).ToListAsync();",
        "return await Helpers.CountAsync(client, p => p.Name.Length > 3);",
        "return await client.Query().Compiled(p => p.Name.Length > 3).ToListAsync();",
        "return Helpers.Test(p => p.Name.Length > 3);",
        "return Helpers.TestLater(p => p.Name.Length > 3);",
        "Expression<Func<UserProfile, bool>> big = p => p.Name.Length > 3; return await client.Query().Big(big).ToListAsync();",
        "return await client.Query().FullJoinAsync(new[] { \"a\" }, row => row, p => p.Name.Trim()).ToListAsync();",
        "return await client.Query().PreviewUpdateAsync(c => c.SetName(p => p.Name.Trim()).SetMetadata(\"a\", p => p.Name.Trim()));",
        "return await client.Query().PreviewUpdateAsync(c => { var name = Absent.Text.Trim(); c.SetName(name); });",
        // Selectors, keys and results.
        "return await client.Query().Select(p => p.Name.Length).ToListAsync();",
        "return await client.Query().Select(p => p.ExternalUserDetails.OnboardedAt.Value).ToListAsync();",
        "return await client.Query().Select(p => new { At = p.ExternalUserDetails.OnboardedAt.Value, Name = p.Name.Trim() }).ToListAsync();",
        "return await client.Query().Select(p => new { Length = (int?)p.Name.Length }).Where(x => x.Length.Value > 3).ToListAsync();",
        "return await client.Query().Select(p => p.Name).Where(name => name.Length > 3).ToListAsync();",
        "return await client.Query().Take(9).OrderBy(p => p.Name.Length).ToListAsync();",
        "return await client.Query().MaxAsync(p => p.Name.Length);",
        "return await client.Query().MinByAsync(p => p.Name.Length);",
        "return await client.Query().SumAsync(p => p.Name.Length);",
        "return await client.Query().Select(p => p.Name.Trim()).ToHashSetAsync();",
        "return await client.Query().ToDictionaryAsync(p => p.Id, p => p.Name.Trim());",
        "return await client.Query().ToDictionaryAsync(p => p.Name.Trim());",
        "return await client.Query().ToDictionaryAsync(p => p.Name.Trim(), p => p.Id);",
        "return await client.Query().ToDictionaryAsync(p => p.Name.Length + p.Id);",
        "return await client.Query().CountByAsync(p => p.Name.Trim());",
        "return await client.Query().CountByAsync(p => p.Name.Length);",
        // Query syntax, some of which binds to System.Linq.AsyncEnumerable.
        "return await (from p in client.Query() let name = p.Name.Trim() where name.Length > 3 select name).ToListAsync();",
        "return await (from p in client.Query().Take(9) orderby p.Name.Length select p.Name.Trim()).ToListAsync();",
        "return await (from p in client.Query() select p.Name into name where name.Length > 3 select name.Trim()).ToListAsync();",
        "return await (from p in client.Query().Take(9) select p.Name into name where name.Length > 3 select name.Trim()).ToListAsync();",
        "return await (from p in client.Query() group p by p.Name.Length).ToListAsync();",
        "return await (from p in client.Query().Take(9) group p.Name.Length by p.Id).ToListAsync();",
        "return await (from p in client.Query() where p.Name.Length > 3 group p by p.Id).ToListAsync();",
        "return await (from p in client.Query().Take(9) group p by p.Id into g where g.First().Name.Length > 3 select g.Key).ToListAsync();",
        "return await (from p in client.Query() join one in Async(Others) on p.Name.Length equals one.Id.Length select p).ToListAsync();",
        "return await (from p in client.Query() join one in Async(Others) on p.Id.Length equals one.Name.Length select p).ToListAsync();",
        "return await (from p in client.Query() join one in Async(Others) on 1 equals 1 select p.Name.Length + one.Name.Length).ToListAsync();",
        "return await (from p in client.Query() join one in Async(Others) on 1 equals 1 into all select p.Name.Length).ToListAsync();",
        "return await (from p in client.Query().Take(9) from one in Async(Others) where one.Name.Length > p.Id.Length select p).ToListAsync();",
        "return await (from p in client.Query() from one in Async(p.Name.Split(' ')) select one).ToListAsync();",
        "return await (from p in client.Query() from one in Async(Others) let name = one.Name.Trim() select name.Length).ToListAsync();",
        // Delegates.
        "return await client.Query().WhereOnClient(p => p.Name.Length > 3).ToListAsync();",
        "return await client.Query().AsAsyncEnumerable().Where(p => p.Name.Length > 3).ToListAsync();",
        "await client.Query().ForEachAsync((p, ct) => { _ = p.Name.Length; return default; }); return null;",
        "return (await client.Query().ToListAsync()).Count(p => p.Name.Length > 3);",
        "return (from p in await client.Query().ToListAsync() where p.Name.Length > 3 select p).Count();",
        "var sum = 0; await foreach (var p in client.Query()) sum += p.Name.Length; return sum;",
        "return await client.Query().Where(p => p.Name.Length > 3).WhereOnClient(p => p.Id.Length > 0).ToListAsync();",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Conditions.SelectMany(condition =>
            Ways.Select(way => way.Replace("{0}", condition, StringComparison.Ordinal))
        ),
        .. Whole,
    ];

    public const string Members = """
        private static readonly UserProfile[] Others = [new() { Id = "uprof_8" }, new() { Id = "uprof_9", Name = "Grace" }];
        private static readonly string[] Texts = ["uprof_1"];
        private static readonly Expression<Func<UserProfile, bool>> IsBig = p => p.Name.Length > 3;
        private static readonly Expression<Func<UserProfile, bool>> IsCompiled = p => p.Name.Length > 3;
        private static async IAsyncEnumerable<T> Async<T>(IEnumerable<T> items)
        {
            foreach (var item in items) { await Task.Yield(); yield return item; }
        }
        """;

    public const string Types = """
        public static class Absent
        {
            public static string[]? Texts => null;
            public static List<string>? List => null;
            public static IReadOnlyDictionary<string, string>? Map => null;
            public static string? Text => null;
            public static DateTimeOffset? Time => null;
            public static Key? Key => null;
            public static Func<string, bool>? Test => null;
            public static Expression<Func<UserProfile, bool>>? Condition => null;
        }

        public sealed class Key(string text)
        {
            private readonly int length = text.Length;
            public static Key operator +(Key left, Key right) => new(new string('a', left.length + right.length));
            public static explicit operator Key(string text) => new(text);
        }

        public static class Helpers
        {
            public static Key? Key(this string text) => new(text);
            public static ProfileQuery<UserProfile> Big(this ProfileQuery<UserProfile> query, Expression<Func<UserProfile, bool>> condition) =>
                query.Where(condition);
            public static ProfileQuery<UserProfile> Bigger(this ProfileQuery<UserProfile> query, Expression<Func<UserProfile, bool>> condition)
            {
                ArgumentNullException.ThrowIfNull(query);
                return query.Big(condition).Take(9);
            }
            public static ValueTask<int> CountAsync(ProfilesClient client, Expression<Func<UserProfile, bool>> condition) =>
                client.Query().CountAsync(condition);
            public static ProfileQuery<UserProfile> Compiled(this ProfileQuery<UserProfile> query, Expression<Func<UserProfile, bool>> condition) =>
                query.WhereOnClient(condition.Compile());
            public static bool Test(Expression<Func<UserProfile, bool>> condition) => condition.Compile()(new UserProfile());
            public static bool TestLater(Expression<Func<UserProfile, bool>> condition)
            {
                var kept = condition;
                return kept.Compile()(new UserProfile());
            }
        }
        """;
}
