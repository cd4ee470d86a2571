using System.Linq.Expressions;

namespace FluentProfiles.Tests.Evaluation;

/// <summary>Every operator that a tree can have, with what LINQ makes of it.</summary>
public sealed class EveryExpressionTypeTests
{
    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");
    private static readonly ParameterExpression Variable = Expression.Variable(typeof(int), "number");
    private static readonly MemberExpression Length = Expression.Property(
        Expression.Property(Profile, nameof(UserProfile.Id)),
        nameof(string.Length)
    );

    public static TheoryData<ExpressionType> Operators =>
        [.. Enum.GetValues<ExpressionType>().Where(type => Body(type) is not null)];

    [Theory]
    [MemberData(nameof(Operators))]
    public async Task Operator_MeansWhatLinqMeans(ExpressionType type)
    {
        var selector = Expression.Lambda<Func<UserProfile, object>>(
            Expression.Convert(Body(type)!, typeof(object)),
            Profile
        );
        var profiles = TestProfiles.Listed(3);

        var found = await ProfileQuery.FromItems(profiles).Select(selector).ToListAsync();

        Assert.Equal(profiles.Select(selector.Compile()), found);
    }

    [Fact]
    public void Operators_AreMostOfThem() => Assert.InRange(Operators.Count, 50, 85);

    /// <summary>An expression of that type over the length of an id; null where it is made of other parts.</summary>
    private static Expression? Body(ExpressionType type) =>
        Made(() => Expression.MakeBinary(type, Length, Expression.Constant(2)))
        ?? Made(() => Expression.MakeBinary(type, IsLong, Expression.Constant(true)))
        ?? Made(() => Expression.MakeBinary(type, Expression.Convert(Length, typeof(double)), Expression.Constant(2.0)))
        ?? Made(() => Expression.MakeUnary(type, Length, typeof(int)))
        ?? Made(() => Expression.MakeUnary(type, IsLong, typeof(bool)))
        ?? Assigned(() => Expression.MakeBinary(type, Variable, Length))
        ?? Assigned(() => Expression.MakeUnary(type, Variable, typeof(int)));

    private static BinaryExpression IsLong => Expression.GreaterThan(Length, Expression.Constant(3));

    private static BlockExpression? Assigned(Func<Expression> make) =>
        Made(make) is { } assignment
            ? Expression.Block([Variable], Expression.Assign(Variable, Expression.Constant(7)), assignment, Variable)
            : null;

    private static Expression? Made(Func<Expression> make)
    {
        try
        {
            var made = make();
            return made.Type == typeof(void) || made is LambdaExpression ? null : made;
        }
        catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
