using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions;

/// <summary>Trees that no C# compiler makes: each runs, or is refused with its text.</summary>
public sealed class HandMadeTreeTests
{
    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");
    private static readonly MemberExpression Name = Expression.Property(Profile, nameof(UserProfile.Name));
    private static readonly MemberExpression Id = Expression.Property(Profile, nameof(UserProfile.Id));
    private static readonly ParameterExpression Text = Expression.Variable(typeof(string), "text");
    private static readonly ParameterExpression Number = Expression.Variable(typeof(int), "number");
    private static readonly LabelTarget End = Expression.Label(typeof(bool), "end");
    private static readonly BinaryExpression IsSecond = Expression.Equal(Id, Expression.Constant("uprof_000002"));

    // int.TryParse(p.Id.Substring(6), out number) && number == 2
    private static readonly BinaryExpression IsParsed = Expression.AndAlso(
        Expression.Call(
            typeof(int).GetMethod(nameof(int.TryParse), [typeof(string), typeof(int).MakeByRefType()])!,
            Expression.Call(Id, nameof(string.Substring), null, Expression.Constant(6)),
            Number
        ),
        Expression.Equal(Number, Expression.Constant(2))
    );

    private static readonly Dictionary<string, Expression> Runs = new()
    {
        ["let"] = Expression.Block([Text], Expression.Assign(Text, Id), Expression.Equal(Text, Constant(2))),
        ["let of a let"] = Expression.Block(
            [Text],
            Expression.Assign(Text, Expression.Block([Text], Expression.Assign(Text, Id), Text)),
            Expression.Equal(Text, Constant(2))
        ),
        ["let that is assigned again"] = Expression.Block(
            [Text],
            Expression.Assign(Text, Constant(1)),
            Expression.Assign(Text, Id),
            Expression.Equal(Text, Constant(2))
        ),
        ["number"] = Expression.Block(
            [Number],
            Expression.Assign(Number, Expression.Constant(1)),
            Expression.PostIncrementAssign(Number),
            Expression.AndAlso(Expression.Equal(Number, Expression.Constant(2)), IsSecond)
        ),
        ["variable that a call writes to"] = Expression.Block([Number], IsParsed),
        ["let that a call writes to"] = Expression.Block(
            [Number],
            Expression.Assign(Number, Expression.Constant(0)),
            IsParsed
        ),
        ["Switch"] = Expression.Switch(
            Id,
            Expression.Constant(false),
            Expression.SwitchCase(Expression.Constant(true), Constant(2), Expression.Constant("x"))
        ),
        ["Switch over a null"] = Expression.AndAlso(
            Expression.Switch(
                Name,
                Expression.Constant(true),
                Expression.SwitchCase(Expression.Constant(false), Expression.Constant("a0004"))
            ),
            IsSecond
        ),
        ["Try"] = Expression.TryCatch(IsSecond, Expression.Catch(typeof(FormatException), Expression.Constant(true))),
        ["Finally"] = Expression.TryFinally(IsSecond, Expression.Empty()),
        ["Loop"] = Expression.Loop(Expression.Break(End, IsSecond), End),
        ["Goto"] = Expression.Block(
            Expression.Return(End, IsSecond),
            Expression.Label(End, Expression.Constant(false))
        ),
        ["Index"] = Expression.AndAlso(
            IsSecond,
            Expression.Equal(
                Expression.Property(
                    Expression.Property(Profile, nameof(UserProfile.Metadata)),
                    "Item",
                    Expression.Constant("plan")
                ),
                Expression.Constant("pro")
            )
        ),
        ["Index of an array"] = Expression.Equal(
            Expression.ArrayAccess(Expression.NewArrayInit(typeof(string), Id), Expression.Constant(0)),
            Constant(2)
        ),
        ["Invoke"] = Expression.Invoke(Expression.Lambda(Expression.Equal(Text, Constant(2)), Text), Id),
        ["TypeEqual"] = Expression.AndAlso(Expression.TypeEqual(Profile, typeof(UserProfile)), IsSecond),
        ["IsTrue"] = Expression.IsTrue(IsSecond),
        ["IsFalse"] = Expression.IsFalse(Expression.Not(IsSecond)),
        ["OnesComplement"] = Expression.AndAlso(
            Expression.LessThan(Expression.OnesComplement(Expression.Property(Id, "Length")), Expression.Constant(0)),
            IsSecond
        ),
        ["Extension"] = new Doubled(IsSecond),
        ["Equal by a method of one's own"] = Expression.Equal(
            Id,
            Expression.Constant("UPROF_000002"),
            liftToNull: false,
            typeof(HandMadeTreeTests).GetMethod(nameof(EqualsIgnoringCase))
        ),
        ["Not by a method of one's own"] = Expression.Not(
            IsSecond,
            typeof(HandMadeTreeTests).GetMethod(nameof(AsItIs))
        ),
        ["Equal to null by a method of one's own"] = Expression.AndAlso(
            Expression.Equal(
                Expression.Property(Profile, nameof(UserProfile.ExternalUserDetails)),
                Expression.Constant(null, typeof(ExternalUserDetails)),
                liftToNull: false,
                typeof(HandMadeTreeTests).GetMethod(nameof(HasCountry))
            ),
            IsSecond
        ),
        ["RuntimeVariables"] = Expression.Block(
            [Text],
            Expression.AndAlso(
                Expression.NotEqual(Expression.RuntimeVariables(Text), Expression.Constant(null)),
                IsSecond
            )
        ),
        ["Throw that is not reached"] = Expression.Condition(
            Expression.Equal(Id, Expression.Constant("none")),
            Expression.Throw(Expression.New(typeof(FormatException)), typeof(bool)),
            IsSecond
        ),
        ["Rethrow that is not reached"] = Expression.TryCatch(
            IsSecond,
            Expression.Catch(typeof(FormatException), Expression.Rethrow(typeof(bool)))
        ),
        ["Rethrow after a void part"] = Expression.TryCatch(
            IsSecond,
            Expression.Catch(
                typeof(FormatException),
                Expression.Block(Expression.Empty(), Expression.Rethrow(), Expression.Constant(false))
            )
        ),
        ["Rethrow that is caught"] = Expression.TryCatch(
            Expression.TryCatch(
                Expression.Condition(
                    IsSecond,
                    Expression.Constant(true),
                    Expression.Throw(Expression.New(typeof(FormatException)), typeof(bool))
                ),
                Expression.Catch(typeof(FormatException), Expression.Rethrow(typeof(bool)))
            ),
            Expression.Catch(typeof(FormatException), Expression.Constant(false))
        ),
        ["IfThen"] = Expression.Block(
            Expression.IfThen(Expression.Constant(true), Expression.Empty()),
            Expression.IfThen(IsSecond, Expression.Empty()),
            IsSecond
        ),
        ["Empty"] = Expression.Block(Expression.Empty(), IsSecond),
        ["DebugInfo"] = Expression.Block(
            Expression.DebugInfo(Expression.SymbolDocument("query.cs"), 1, 1, 1, 2),
            IsSecond
        ),
    };

    private static readonly Dictionary<string, (Expression Body, string Quoted)> Refused = new()
    {
        ["Extension without a meaning"] = (new Opaque(), nameof(Opaque)),
        ["Extension beside another part"] = (Expression.AndAlso(IsSecond, new Opaque()), nameof(Opaque)),
        ["label that is not there"] = (
            Expression.Block(Expression.Goto(Expression.Label("nowhere")), IsSecond),
            "goto nowhere"
        ),
        ["variable of nobody"] = (Expression.Equal(Text, Id), "text == p.Id"),
        ["jump out of an expression"] = (
            Expression.AndAlso(IsSecond, Expression.Equal(Number, Expression.Constant(1))),
            "number"
        ),
    };

    public static bool EqualsIgnoringCase(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static bool AsItIs(bool value) => value;

    public static bool HasCountry(ExternalUserDetails left, ExternalUserDetails? right) =>
        left.Country is not null && right is null;

    public static TheoryData<string> Running => [.. Runs.Keys];

    public static TheoryData<string> Failing => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Running))]
    public async Task TreeThatMeansSomething_Runs(string name)
    {
        var condition = Expression.Lambda<Func<UserProfile, bool>>(Runs[name], Profile);
        var query = ProfileQuery.FromItems(TestProfiles.Many(5)).Where(condition);

        Assert.NotEmpty(query.Explain().ToString());
        Assert.NotEmpty(query.Explain(redact: true).ToString());
        Assert.Equal([TestProfiles.IdOf(2)], await query.Select(p => p.Id).ToListAsync());
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task TreeThatMeansNothing_IsQuotedAndSendsNothing(string name)
    {
        var (body, quoted) = Refused[name];
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().Where(Expression.Lambda<Func<UserProfile, bool>>(body, Profile));

        var error = await Assert.ThrowsAsync<UnsupportedQueryException>(async () => await query.ToListAsync());

        Assert.Contains(quoted, error.Message);
        Assert.Contains("WhereOnClient", error.Message);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void LetOfAField_IsPlannedAsTheField()
    {
        var status = Expression.Variable(typeof(EnforcementStatus), "status");
        var let = Expression.Block(
            [status],
            Expression.Assign(status, Expression.Property(Profile, nameof(UserProfile.EnforcementStatus))),
            Expression.OrElse(
                Expression.Equal(status, Expression.Constant(EnforcementStatus.Banned)),
                Expression.Equal(status, Expression.Constant(EnforcementStatus.Restricted))
            )
        );

        var plan = ProfileQuery
            .FromItems(TestProfiles.Many(5))
            .Where(Expression.Lambda<Func<UserProfile, bool>>(let, Profile))
            .Explain();

        Assert.Equal([EnforcementStatus.Banned, EnforcementStatus.Restricted], plan.EnforcementStatuses);
        Assert.Empty(plan.OnClient);
    }

    private static ConstantExpression Constant(int number) => Expression.Constant(TestProfiles.IdOf(number));

    private sealed class Doubled(Expression inner) : Expression
    {
        public override ExpressionType NodeType => ExpressionType.Extension;

        public override Type Type => typeof(bool);

        public override bool CanReduce => true;

        public override Expression Reduce() => AndAlso(inner, inner);
    }

    private sealed class Opaque : Expression
    {
        public override ExpressionType NodeType => ExpressionType.Extension;

        public override Type Type => typeof(bool);
    }
}
