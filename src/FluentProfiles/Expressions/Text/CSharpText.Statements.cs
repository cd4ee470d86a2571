using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Text;

// What no lambda of C# can hold, and trees made by hand can.
internal sealed partial class CSharpText
{
    protected override Expression VisitBlock(BlockExpression node)
    {
        text.Append("{ ");
        List(node.Expressions, "; ");
        return Write(" }");
    }

    protected override Expression VisitSwitch(SwitchExpression node) => Write("switch (", node.SwitchValue, ") { … }");

    protected override Expression VisitTry(TryExpression node) => Write("try { ", node.Body, " } …");

    protected override Expression VisitLoop(LoopExpression node) => Write("loop { ", node.Body, " }");

    protected override Expression VisitGoto(GotoExpression node) => Write("goto " + node.Target.Name);

    protected override Expression VisitLabel(LabelExpression node) => Write(node.Target.Name + ":");

    protected override Expression VisitDefault(DefaultExpression node) =>
        Write($"default({CSharpTypeName.Of(node.Type)})");

    protected override Expression VisitRuntimeVariables(RuntimeVariablesExpression node) => Write("variables");

    protected override Expression VisitDynamic(DynamicExpression node)
    {
        text.Append("dynamic(");
        List(node.Arguments);
        return Write(")");
    }
}
