/** 报送路径 drawn as steps (Q3): the paper is signed and sealed at each, so the kind of unit decides it. */
import { reportingRoute, type UnitKind } from '#model/reporting-route.ts';

type Props = Readonly<{ kind: UnitKind; county: string }>;

export function RouteSteps({ kind, county }: Props) {
  return (
    <div className="unit-routes">
      {[false, true].map((isProvincial) => {
        const route = reportingRoute({ unitKind: kind, employment: 'staff', county, isProvincial });
        return (
          <section key={String(isProvincial)}>
            <h3>
              {isProvincial ? '报省级评委会' : '报市级评委会'}{' '}
              <span className="second">{`指南第3问${route.letter}`}</span>
            </h3>
            <ol className="route">
              {route.steps.map(({ actor, words, seals }) => (
                <li key={actor}>
                  <strong>{words}</strong>
                  <span className="second">{seals.length > 0 ? '签署意见、盖章' : '评审'}</span>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <p className="second">劳务派遣人员由派遣公司按非公渠道报送（指南第10问），不随单位性质变。</p>
    </div>
  );
}
