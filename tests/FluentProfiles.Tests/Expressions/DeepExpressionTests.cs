using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions;

/// <summary>Conditions that code builds, one within the other by the thousand, run on a stack of 256 KB.</summary>
public sealed class DeepExpressionTests
{
    private const int Count = 5_000;
    private const int Stack = 256 * 1024;

    // What is no chain is compiled, which takes .NET longer.
    private const int OfOthers = 1_000;

    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");
    private static readonly MemberExpression Name = Expression.Property(Profile, nameof(UserProfile.Name));
    private static readonly MemberExpression Id = Expression.Property(Profile, nameof(UserProfile.Id));

    private static readonly Dictionary<string, Func<IEnumerable<Expression>, ExpressionType, Expression>> Shapes = new()
    {
        ["left"] = (all, type) => all.Aggregate((left, right) => Expression.MakeBinary(type, left, right)),
        ["right"] = (all, type) => all.Reverse().Aggregate((right, left) => Expression.MakeBinary(type, left, right)),
        ["pairs"] = (all, type) =>
            all.Chunk(2)
                .Select(pair => (Expression)Expression.MakeBinary(type, pair[0], pair[1]))
                .Reverse()
                .Aggregate((right, left) => Expression.MakeBinary(type, left, right)),
        ["both"] = (all, type) =>
            all.Aggregate(
                (Tree: (Expression)Expression.Constant(type == ExpressionType.AndAlso), Left: false),
                (built, next) =>
                    (
                        built.Left
                            ? Expression.MakeBinary(type, built.Tree, next)
                            : Expression.MakeBinary(type, next, built.Tree),
                        !built.Left
                    )
            ).Tree,
        ["nots"] = (all, type) =>
            all.Aggregate(
                (left, right) =>
                    Expression.Not(
                        Expression.MakeBinary(
                            type == ExpressionType.AndAlso ? ExpressionType.OrElse : ExpressionType.AndAlso,
                            Expression.Not(left),
                            Expression.Not(right)
                        )
                    )
            ),
        ["conditionals"] = (all, type) =>
            all.Reverse()
                .Aggregate(
                    (rest, next) =>
                        type == ExpressionType.OrElse
                            ? Expression.Condition(next, Expression.Constant(true), rest)
                            : Expression.Condition(next, rest, Expression.Constant(false))
                ),
        ["invoked"] = (all, type) =>
            all.Aggregate(
                (left, right) =>
                    Expression.MakeBinary(
                        type,
                        left,
                        Expression.Invoke(Expression.Lambda<Func<UserProfile, bool>>(right, Profile), Profile)
                    )
            ),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyOfMany_RunsAsLinqDoes(string shape) =>
        OnASmallStack(() =>
        {
            var named = Shapes[shape](Enumerable.Range(0, CountOf(shape)).Select(IsNamed), ExpressionType.OrElse);
            AssertMeans(named, p => p.Name is not null);
            AssertMeans(Expression.Not(named), p => p.Name is null);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void AllOfMany_RunsAsLinqDoes(string shape) =>
        OnASmallStack(() =>
        {
            var others = Shapes[shape]
                (
                    Enumerable.Range(5, CountOf(shape)).Select(number => (Expression)Expression.Not(IsNamed(number))),
                    ExpressionType.AndAlso
                );
            AssertMeans(others, p => p.Name is null || int.Parse(p.Name[1..]) < 5);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void ManyIds_AreReadLikeASet(string shape) =>
        OnASmallStack(() =>
        {
            var ids = Shapes[shape]
                (
                    Enumerable
                        .Range(0, Count)
                        .Select(number =>
                            (Expression)Expression.Equal(Id, Expression.Constant(TestProfiles.IdOf(number % 7)))
                        ),
                    ExpressionType.OrElse
                );
            AssertMeans(ids, p => int.Parse(p.Id[6..]) < 7);
        });

    [Theory]
    [InlineData("left")]
    [InlineData("right")]
    [InlineData("both")]
    public void ManyFlags_AreEvaluatedOnce(string shape) =>
        OnASmallStack(() =>
        {
            var flag = Expression.Field(Expression.Constant(new Box()), nameof(Box.Flag));
            var flags = Shapes[shape](Enumerable.Repeat<Expression>(flag, Count), ExpressionType.OrElse);
            AssertMeans(flags, _ => false);
            AssertMeans(Expression.OrElse(IsNamed(2), flags), p => p.Name == "a0002");
        });

    [Fact]
    public void LongText_IsSelected() =>
        OnASmallStack(() =>
        {
            var join = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;
            var text = Enumerable
                .Repeat<Expression>(Id, Count)
                .Aggregate((left, right) => Expression.Add(left, right, join));
            var lambda = Expression.Lambda<Func<UserProfile, string>>(text, Profile);

            var texts = Wait(ProfileQuery.FromItems(TestProfiles.Many(2)).Select(lambda).ToListAsync());

            Assert.All(texts, made => Assert.Equal(Count * "uprof_000000".Length, made.Length));
        });

    [Fact]
    public void OverTheService_RunsToo() =>
        OnASmallStack(() =>
        {
            var service = TestService.StartAsync(20).GetAwaiter().GetResult();
            var named = Lambda(Shapes["left"](Enumerable.Range(0, Count).Select(IsNamed), ExpressionType.OrElse));
            var query = service.Query().Where(named);

            Assert.Contains("a0002", query.Explain().ToString(), StringComparison.Ordinal);
            Assert.Contains("a0002", query.ToString(), StringComparison.Ordinal);
            Assert.Equal(16, Wait(query.CountAsync()));
            Assert.Equal(16, Wait(query.ToPageAsync(20)).Items.Count);
            service.DisposeAsync().AsTask().Wait();
        });

    private static void AssertMeans(Expression condition, Func<UserProfile, bool> meant)
    {
        var profiles = TestProfiles.Listed(20);
        var query = ProfileQuery.FromItems(profiles).Where(Lambda(condition));

        _ = query.Explain().ToString();
        Assert.Equal(profiles.Where(meant).Select(p => p.Id), Wait(query.Select(p => p.Id).ToListAsync()));
    }

    private static int CountOf(string shape) => shape is "nots" or "conditionals" ? OfOthers : Count;

    private static Expression IsNamed(int number) =>
        Expression.Equal(Name, Expression.Constant($"{(number % 2 == 0 ? 'a' : 'B')}{number:D4}"));

    private static Expression<Func<UserProfile, bool>> Lambda(Expression condition) =>
        Expression.Lambda<Func<UserProfile, bool>>(condition, Profile);

    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();

    private static void OnASmallStack(Action test)
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(test), Stack);
        thread.Start();
        thread.Join();
        Assert.True(failure is null, failure?.ToString());
    }

    private sealed class Box
    {
        public bool Flag = No();

        private static bool No() => false;
    }
}
