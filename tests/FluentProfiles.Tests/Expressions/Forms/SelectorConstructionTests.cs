using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Forms;

/// <summary>What a selector constructs is constructed for each item; everything else that has nothing of the item is evaluated
/// once.</summary>
public sealed class SelectorConstructionTests
{
    private static readonly bool Flag = true;
    private static readonly Dto? NoDto = null;
    private static readonly NewExpression New = Expression.New(typeof(Dto));
    private static readonly ParameterExpression Local = Expression.Variable(typeof(Dto));
    private static readonly LabelTarget Exit = Expression.Label(typeof(Dto));
    private static int calls;

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ValueTask<List<object>>>> Cases = new()
    {
        ["new"] = query => ObjectsAsync(query.Select(p => new Dto())),
        ["new with an initialiser"] = query => ObjectsAsync(query.Select(p => new Dto { Size = 3 })),
        ["list of a member"] = query =>
            ObjectsAsync(query.Select(p => new Dto { Tags = new List<string>() }), x => x.Tags),
        ["list of an argument"] = query =>
            ObjectsAsync(query.Select(p => new Record(p.Id, new List<string>())), x => x.Tags),
        ["list of an anonymous type"] = query =>
            ObjectsAsync(query.Select(p => new { p.Id, Tags = new List<string> { "a" } }), x => x.Tags),
        ["filled list"] = query => ObjectsAsync(query.Select(p => new List<string> { "a", "b" })),
        ["array"] = query => ObjectsAsync(query.Select(p => new[] { "a" })),
        ["array of a length"] = query => ObjectsAsync(query.Select(p => new int[3])),
        ["array within an array"] = query => ObjectsAsync(query.Select(p => new[] { new[] { 1 } }), x => x[0]),
        ["choice"] = query => ObjectsAsync(query.Select(p => Flag ? new Dto() : null!)),
        ["fallback"] = query => ObjectsAsync(query.Select(p => NoDto ?? new Dto())),
        ["conversion"] = query => ObjectsAsync(query.Select(p => (object)new Dto())),
        ["within a struct"] = query =>
            ObjectsAsync(
                query.Select(p => new KeyValuePair<string, List<string>>("a", new List<string>())),
                x => x.Value
            ),
        ["argument of a call with the item"] = query => ObjectsAsync(query.Select(p => Given(p.Id, new Dto()))),
        ["nested initialiser"] = query =>
            ObjectsAsync(query.Select(p => new Dto { Inner = { Size = 7 } }), x => x.Inner),
        ["element of a dictionary"] = async query =>
            [.. (await query.ToDictionaryAsync(p => p.Id, p => new List<string>())).Values],
        ["element of an array"] = query => ObjectsAsync(query.Select(p => new[] { new Dto() }[0])),
        ["array of an array"] = query => ObjectsAsync(query.Select(p => new[] { new[] { 1 } }[0])),
        ["element of a list"] = query => ObjectsAsync(query.Select(p => new List<Dto> { new Dto() }[0])),
        ["value of a dictionary"] = query =>
            ObjectsAsync(query.Select(p => new Dictionary<string, Dto> { { "a", new Dto() } }["a"])),
        ["member"] = query => ObjectsAsync(query.Select(p => new Dto().Tags)),
        ["member of a filled object"] = query =>
            ObjectsAsync(
                query.Select(p =>
                    new Dto { Size = 3 }
                        .Inner
                        .Tags
                )
            ),
        ["member of a struct"] = query =>
            ObjectsAsync(query.Select(p => new KeyValuePair<string, Dto>("a", new Dto()).Value)),
        ["struct of an array"] = query =>
            ObjectsAsync(query.Select(p => new[] { new KeyValuePair<string, Dto>("a", new Dto()) }[0]), x => x.Value),
        ["result of a lambda"] = query => ObjectsAsync(query.Select(p => ((Func<Dto>)(() => new Dto()))())),
        ["result of a delegate"] = query => ObjectsAsync(query.Select(p => new Func<List<int>>(() => new())())),
        ["argument of a lambda"] = query => ObjectsAsync(query.Select(p => ((Func<Dto, Dto>)(dto => dto))(new Dto()))),
        ["conversion of an element"] = query => ObjectsAsync(query.Select(p => (object)new[] { new Dto() }[0])),
        ["result of a block"] = query => ObjectsAsync(query.Select(Made(Expression.Block(New)))),
        ["variable of a block"] = query =>
            ObjectsAsync(query.Select(Made(Expression.Block([Local], Expression.Assign(Local, New), Local)))),
        ["case of a switch"] = query =>
            ObjectsAsync(
                query.Select(
                    Made(
                        Expression.Switch(
                            Expression.Constant(1),
                            Expression.Constant(null, typeof(Dto)),
                            Expression.SwitchCase(New, Expression.Constant(1))
                        )
                    )
                )
            ),
        ["default of a switch"] = query =>
            ObjectsAsync(
                query.Select(
                    Made(
                        Expression.Switch(
                            Expression.Constant(2),
                            New,
                            Expression.SwitchCase(Expression.Constant(null, typeof(Dto)), Expression.Constant(1))
                        )
                    )
                )
            ),
        ["result of try"] = query => ObjectsAsync(query.Select(Made(Expression.TryFinally(New, Expression.Empty())))),
        ["result of catch"] = query =>
            ObjectsAsync(
                query.Select(
                    Made(
                        Expression.TryCatch(
                            Expression.Throw(Expression.New(typeof(InvalidOperationException)), typeof(Dto)),
                            Expression.Catch(typeof(InvalidOperationException), New)
                        )
                    )
                )
            ),
        ["result of a loop"] = query =>
            ObjectsAsync(query.Select(Made(Expression.Loop(Expression.Break(Exit, New), Exit)))),
        ["behind another selector"] = query =>
            ObjectsAsync(
                query.Select(p => new { p.Id }).Select(x => new Dto { Tags = new List<string>() }),
                x => x.Tags
            ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatConstructs_RunsForEachItem(string name)
    {
        await using var service = await TestService.StartAsync(3);

        foreach (var query in (ProfileQuery<UserProfile>[])[service.Query(), ProfileQuery.FromItems(Profiles())])
        {
            var objects = await Cases[name](query);

            Assert.Equal(3, objects.Distinct(ReferenceEqualityComparer.Instance).Count());
        }
    }

    [Fact]
    public async Task ArgumentsOfAConstructor_AreEvaluatedOnce()
    {
        calls = 0;

        var items = await ProfileQuery.FromItems(Profiles()).Select(p => new Dto { Size = Next() }).ToListAsync();

        Assert.Equal([1, 1, 1], items.Select(item => item.Size));
    }

    [Fact]
    public async Task CallThatIsGivenANewObject_IsEvaluatedOnce()
    {
        calls = 0;

        var items = await ProfileQuery.FromItems(Profiles()).Select(p => Counted(new Dto())).ToListAsync();

        Assert.Equal((1, 1), (calls, items.Distinct(ReferenceEqualityComparer.Instance).Count()));
    }

    [Fact]
    public async Task BuilderInAFilter_StartsEmptyForEachItem()
    {
        var found = await ProfileQuery
            .FromItems(Profiles())
            .Where(p => new System.Text.StringBuilder("x").Append(p.Id).ToString() == "x" + p.Id)
            .CountAsync();
        var added = await ProfileQuery
            .FromItems([.. Profiles(), .. Profiles()])
            .Where(p => new HashSet<string> { "a" }.Add(p.Id))
            .CountAsync();

        Assert.Equal((3, 6), (found, added));
    }

    [Fact]
    public async Task NewCollectionThatIsOnlySearched_GoesToTheService()
    {
        await using var service = await TestService.StartAsync(3);

        await service
            .Query()
            .Where(p => new[] { EnforcementStatus.Banned, EnforcementStatus.Pending }.Contains(p.EnforcementStatus))
            .CountAsync();
        await service
            .Query()
            .Where(p => new List<EnforcementStatus> { EnforcementStatus.Banned }.Contains(p.EnforcementStatus))
            .CountAsync();

        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned&enforcement_status%5B%5D=pending",
                "GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task PlainValueOfANewObject_GoesToTheService()
    {
        await using var service = await TestService.StartAsync(3);

        await service.Query().Where(p => p.EnforcementStatus == new[] { EnforcementStatus.Banned }[0]).CountAsync();
        await service.Query().Where(p => p.EnforcementStatus == new Texts { Name = "banned" }.Name).CountAsync();

        Assert.All(
            service.Requests,
            request => Assert.Equal("GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned", request)
        );
    }

    private static UserProfile[] Profiles() => [TestProfiles.One(1), TestProfiles.One(2), TestProfiles.One(3)];

    private static async ValueTask<List<object>> ObjectsAsync<T>(ProfileQuery<T> query, Func<T, object>? part = null) =>
        [.. (await query.ToListAsync()).Select(item => part is null ? item! : part(item))];

    private static Expression<Func<UserProfile, Dto>> Made(Expression made) =>
        Expression.Lambda<Func<UserProfile, Dto>>(made, Expression.Parameter(typeof(UserProfile), "p"));

    private static Dto Given(string id, Dto dto) => dto;

    private static Dto Counted(Dto dto)
    {
        calls++;
        return dto;
    }

    private static int Next() => ++calls;

    private sealed class Dto
    {
        public int Size { get; set; }

        public List<string> Tags { get; init; } = [];

        public Dto Inner => field ??= new();
    }

    private sealed class Texts
    {
        public string Name { get; init; } = "";
    }

    private sealed record Record(string Id, List<string> Tags);
}
