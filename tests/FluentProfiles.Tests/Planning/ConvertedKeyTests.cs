using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning;

/// <summary>A sort key behind a conversion that leaves it as it is, such as the box of a dynamic sort, is the key.</summary>
public sealed class ConvertedKeyTests
{
    private static readonly Dictionary<string, Sort> ByName = new()
    {
        ["object"] = Key(p => (object?)p.Name),
        ["IComparable"] = Key(p => (IComparable?)p.Name),
        ["IComparable of string"] = Key(p => (IComparable<string>?)p.Name),
        ["characters"] = Key(p => (IEnumerable<char>?)p.Name),
        ["as object"] = Key(p => p.Name as object),
        ["there and back"] = Key(p => (string?)(object?)p.Name),
        ["twice"] = Key(p => (object?)(IComparable?)p.Name),
        ["built by hand"] = Key(Built<object>(nameof(UserProfile.Name))),
        ["behind a Select"] = (q, down) =>
            (
                down
                    ? q.Select(p => new { p.Id, p.Name }).OrderByDescending(x => (object?)x.Name)
                    : q.Select(p => new { p.Id, p.Name }).OrderBy(x => (object?)x.Name)
            ).Select(x => x.Id),
    };

    private static readonly Dictionary<string, Sort> ByTime = new()
    {
        ["object"] = Key(p => (object)p.CreatedAt),
        ["IComparable"] = Key(p => (IComparable)p.CreatedAt),
        ["nullable"] = Key(p => (DateTimeOffset?)p.CreatedAt),
        ["as nullable"] = Key(p => p.CreatedAt as DateTimeOffset?),
        ["boxed nullable"] = Key(p => (object?)(DateTimeOffset?)p.CreatedAt),
        ["boxed and unboxed"] = Key(p => (DateTimeOffset)(object)p.CreatedAt),
        ["value type"] = Key(p => (ValueType)p.CreatedAt),
        ["built by hand"] = Key(Built<object>(nameof(UserProfile.CreatedAt))),
    };

    private delegate ProfileQuery<string> Sort(ProfileQuery<UserProfile> query, bool descending);

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static TheoryData<string> Times => [.. ByTime.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ConvertedName_IsTheServicesOrder(string name)
    {
        await using var service = await TestService.StartAsync(12);

        foreach (var descending in new[] { false, true })
        {
            var ids = await ByName[name](service.Query(), descending).ToListAsync();
            Assert.Equal(await Key(p => p.Name)(service.Query(), descending).ToListAsync(), ids);
        }

        Assert.Equal(
            [.. Enumerable.Repeat("asc", 2), .. Enumerable.Repeat("desc", 2)],
            service.Requests.Select(request => request.Split("order=")[1].Split('&')[0])
        );
        Assert.All(service.Requests, request => Assert.Contains("order_by=name", request, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ConvertedNameOnTheClient_IsTheServicesOrder(string name)
    {
        await using var service = await TestService.StartAsync(12);

        foreach (var descending in new[] { false, true })
        {
            var ids = await ByName[name](service.Query().Take(12), descending).ToListAsync();
            Assert.Equal(await Key(p => p.Name)(service.Query().Take(12), descending).ToListAsync(), ids);
        }
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task ConvertedTime_IsTheServicesOrder(string name)
    {
        await using var service = await TestService.StartAsync(12);

        var up = await ByTime[name](service.Query(), false).ToListAsync();
        var onClient = await ByTime[name](service.Query().Take(12), false).ToListAsync();

        Assert.Equal(TestProfiles.Newest(12, 12).Reverse(), up);
        Assert.Equal(up, onClient);
        Assert.Contains("order=asc&order_by=created_at", service.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuerySyntax_SortsByTheConvertedKey()
    {
        await using var service = await TestService.StartAsync(12);

        var ids = await (
            from p in service.Query().Take(9)
            orderby (object?)p.Name descending
            select p.Id
        ).ToListAsync();

        Assert.Equal(await service.Query().Take(9).OrderByDescending(p => p.Name).Select(p => p.Id).ToListAsync(), ids);
    }

    [Fact]
    public async Task AnotherConvertedKey_SortsWhatIsBounded()
    {
        await using var service = await TestService.StartAsync(12);

        var ids = await service.Query().Take(12).OrderBy(p => (object?)p.UpdatedAt).Select(p => p.Id).ToListAsync();
        var byCountry = await service
            .Query()
            .Take(4)
            .OrderBy(p => (IComparable?)p.ExternalUserDetails.Country)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Newest(12, 12), ids);
        Assert.Equal(TestProfiles.Ids([11, 9, 10, 8]), byCountry);
        Assert.Throws<UnsupportedQueryException>(() => service.Query().OrderBy(p => (object)p.UpdatedAt).Explain());
    }

    [Fact]
    public async Task ExtremeOfAConvertedKey_IsThatOfTheKey()
    {
        await using var service = await TestService.StartAsync(12);

        Assert.Equal("uprof_000000", (await service.Query().MinByAsync(p => (object)p.CreatedAt))!.Id);
        Assert.Equal("uprof_000011", (await service.Query().MaxByAsync(p => (IComparable)p.CreatedAt))!.Id);
        Assert.Equal("uprof_000011", (await service.Query().MinByAsync(p => (object)p.UpdatedAt))!.Id);
        Assert.Equal(
            (await service.Query().MinByAsync(p => p.Name))!.Name,
            (await service.Query().MinByAsync(p => (object?)p.Name))!.Name
        );
        Assert.Equal(["limit=1", "limit=1"], service.Requests.Take(2).Select(r => r.Split('?')[1].Split('&')[0]));
    }

    [Fact]
    public void ConversionThatMakesAnotherValue_IsNoField()
    {
        var query = ProfileQuery.FromItems(TestProfiles.Many(3));

        Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => (Text)p.Name!).Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => (IFormatProvider)(object)p.Name!).Explain());
    }

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, Task>> Incomparable = new()
    {
        ["map"] = async q => await q.Take(2).OrderBy(p => p.Metadata).ToListAsync(),
        ["boxed map"] = async q => await q.Take(2).OrderBy(p => (object)p.Metadata).ToListAsync(),
        ["list"] = async q => await q.Take(2).OrderBy(p => p.EnforcementActions).ToListAsync(),
        ["part"] = async q => await q.Take(2).OrderByDescending(p => p.ExternalUserDetails).ToListAsync(),
        ["enum"] = async q => await q.Take(2).OrderBy(p => p.EnforcementStatus).ToListAsync(),
        ["boxed enum"] = async q => await q.Take(2).OrderBy(p => (object)p.EnforcementStatus).ToListAsync(),
        ["nullable enum"] = async q =>
            await q.Take(2).OrderBy(p => (EnforcementStatus?)p.EnforcementStatus).ToListAsync(),
        ["nullable structure"] = async q => await q.Take(2).OrderBy(p => (Plain?)new Plain(p.Id)).ToListAsync(),
        ["boxed structure with an order of its own only"] = async q =>
            await q.Take(2).OrderBy(p => (object)new Text(p.Id)).ToListAsync(),
        ["tuple"] = async q => await q.Take(2).OrderBy(p => ValueTuple.Create(p.EnforcementStatus, p.Id)).ToListAsync(),
        ["boxed tuple"] = async q =>
            await q.Take(2).OrderBy(p => (object)ValueTuple.Create(p.Id, p.EnforcementStatus)).ToListAsync(),
        ["nullable tuple"] = async q =>
            await q.Take(2)
                .OrderBy(p => (ValueTuple<string, EnforcementStatus>?)ValueTuple.Create(p.Id, p.EnforcementStatus))
                .ToListAsync(),
        ["tuple of tuples"] = async q =>
            await q.Take(2).OrderBy(p => ValueTuple.Create(p.Id, ValueTuple.Create(p.Name, p.Metadata))).ToListAsync(),
        ["tuple of nullables"] = async q =>
            await q.Take(2).OrderBy(p => ValueTuple.Create((EnforcementStatus?)p.EnforcementStatus)).ToListAsync(),
        ["tuple of objects with an order of their own only"] = async q =>
            await q.Take(2).OrderBy(p => Tuple.Create(new Text(p.Id))).ToListAsync(),
        ["anonymous"] = async q => await q.Take(2).OrderBy(p => new { p.Id, p.Name }).ToListAsync(),
        ["behind a Select"] = async q =>
            await q.Take(2).Select(p => new { N = p.Name + "!" }).OrderBy(x => x).ToListAsync(),
        ["MinBy"] = async q => await q.MinByAsync(p => p.Metadata),
        ["Max"] = async q => await q.MaxAsync(),
        ["Max of parts"] = async q => await q.MaxAsync(p => p.Programs),
        ["named"] = async q => await q.Where(p => p.Id == "a" || p.Id == "b").OrderBy(p => p.Programs).ToListAsync(),
    };

    public static TheoryData<string> IncomparableNames => [.. Incomparable.Keys];

    [Theory]
    [MemberData(nameof(IncomparableNames))]
    public async Task KeyWithoutAnOrder_IsRefusedBeforeAnythingIsSent(string name)
    {
        await using var service = await TestService.StartAsync(12);

        var refusal = await Assert.ThrowsAsync<UnsupportedQueryException>(() => Incomparable[name](service.Query()));

        Assert.Contains("IComparable", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    [Trait("Needs", "Compiler")]
    public async Task KeysThatCompareInTheirOwnWay_AreSorted()
    {
        await using var service = await TestService.StartAsync(5);
        var query = service.Query().Take(5);

        Assert.Equal(5, (await query.OrderBy(p => ValueTuple.Create(p.Name, p.Id)).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => new Text(p.Id)).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => (Text?)new Text(p.Id)).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => (int?)p.Name!.Length).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => DayOfWeek.Friday).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => (object?)(int?)p.Name!.Length).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => Tuple.Create(p.Name, p.CreatedAt)).ToListAsync()).Count);
        Assert.Equal(5, (await query.OrderBy(p => ValueTuple.Create(new Text(p.Id))).ToListAsync()).Count);
        Assert.Equal(
            5,
            (await query.OrderBy(p => ValueTuple.Create((int?)p.Name!.Length, Tuple.Create(p.Id))).ToListAsync()).Count
        );
    }

    private static Sort Key<TKey>(Expression<Func<UserProfile, TKey>> key) =>
        (query, descending) => (descending ? query.OrderByDescending(key) : query.OrderBy(key)).Select(p => p.Id);

    private static Expression<Func<UserProfile, TKey>> Built<TKey>(string member)
    {
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        return Expression.Lambda<Func<UserProfile, TKey>>(
            Expression.Convert(Expression.Property(profile, member), typeof(TKey)),
            profile
        );
    }

    private readonly record struct Plain(string Value);

    private readonly record struct Text(string Value) : IComparable<Text>
    {
        public int CompareTo(Text other) => string.CompareOrdinal(Value, other.Value);

        public static explicit operator Text(string value) => new(value);
    }
}
