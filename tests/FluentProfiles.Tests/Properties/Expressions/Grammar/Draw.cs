using System.Linq.Expressions;
using CsCheck;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Draws expressions at random: an expression of a type is made by one of the <see cref="Rules"/> for that type.</summary>
internal sealed class Draw(PCG random, int depth)
{
    private int depth = depth;

    /// <summary>Parameters of the lambdas around the expression that is being made.</summary>
    public List<ParameterExpression> Scope { get; } = [];

    public int Below(int count) => (int)random.Next((uint)count);

    public bool Chance(int percent) => Below(100) < percent;

    public T One<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An expression of exactly the type.</summary>
    public Expression Of(Type type)
    {
        depth--;
        try
        {
            var all = Rules.Of(type);
            var rules = depth <= 0 ? all.Leaves : all.Any;
            return Weighted(rules.Length > 0 ? rules : all.Any).Make(this);
        }
        finally
        {
            depth++;
        }
    }

    public Expression Of<T>() => Of(typeof(T));

    public IEnumerable<Expression> Of(IEnumerable<Type> types) => types.Select(Of).ToList();

    /// <summary>A lambda that may use the parameters around it.</summary>
    public LambdaExpression Lambda(Type from, Type to, string name) => Lambda(from, draw => draw.Of(to), name);

    /// <param name="from">The type of the parameter.</param>
    /// <param name="make">Makes the body.</param>
    /// <param name="name">The name of the parameter.</param>
    public LambdaExpression Lambda(Type from, Func<Draw, Expression> make, string name)
    {
        var item = Expression.Parameter(from, name);
        Scope.Add(item);
        var body = make(this);
        Scope.Remove(item);
        return Expression.Lambda(typeof(Func<,>).MakeGenericType(from, body.Type), body, item);
    }

    private Production Weighted(Production[] rules)
    {
        var left = Below(rules.Sum(rule => rule.Weight));
        foreach (var rule in rules)
        {
            if ((left -= rule.Weight) < 0)
                return rule;
        }
        throw new InvalidOperationException("There is no rule.");
    }
}
